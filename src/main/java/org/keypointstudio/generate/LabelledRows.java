package org.keypointstudio.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.keypointstudio.generate.LabelSpoiler.Spoilt;
import org.keypointstudio.generate.WrongLabel.TruePlace;
import org.keypointstudio.generate.face.RenderedFace;
import org.keypointstudio.generate.face.Seeds;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;

/** The rows of one generated file: pictures with gaps and wrong labels. */
final class LabelledRows {
  /** Among so many following rows the least alike face is sought whose labels are taken over. */
  private static final int STRANGERS = 12;

  private final GeneratorOptions options;
  private final KeypointSchema schema = KeypointSchema.kaggle15();
  private final CallSheet callSheet;
  private final LabelPlan plan;
  private final LabelSpoiler spoiler = new LabelSpoiler(schema);
  private final Map<Integer, WrongLabelKind> wrongRows;

  LabelledRows(GeneratorOptions options) {
    this.options = options;
    callSheet = new CallSheet(options.seed());
    plan = LabelPlan.of(options.missing(), options.rows(), options.seed());
    wrongRows = chooseWrongRows();
  }

  private Map<Integer, WrongLabelKind> chooseWrongRows() {
    List<Integer> rows = new ArrayList<>(IntStream.range(0, options.rows()).boxed().toList());
    Collections.shuffle(rows, new Random(Seeds.mix(options.seed(), 6)));
    int count = (int) Math.round(options.wrongLabelShare() * rows.size());
    WrongLabelKind[] kinds = WrongLabelKind.values();
    Map<Integer, WrongLabelKind> chosen = new HashMap<>();
    for (int i = 0; i < count; i++) {
      chosen.put(rows.get(i), kinds[i % kinds.length]);
    }
    return chosen;
  }

  /**
   * One row.
   *
   * @param image its picture
   * @param labels what the file says of its keypoints
   * @param wrong what is wrong with them, if anything
   */
  record LabelledRow(GrayImage image, Annotation labels, Optional<WrongLabel> wrong) {}

  LabelledRow row(int row) {
    RenderedFace face = callSheet.face(row);
    Annotation right = withGaps(row, face.annotation());
    WrongLabelKind kind = wrongRows.get(row);
    if (kind == null) {
      return new LabelledRow(face.image(), right, Optional.empty());
    }
    Random random = new Random(Seeds.mix(Seeds.mix(options.seed(), 5), row));
    Spoilt spoilt = spoiler.spoil(kind, right, stranger(row, face.annotation()), random);
    WrongLabel wrong = new WrongLabel(row, spoilt.kind(), moved(right, spoilt.labels()));
    return new LabelledRow(face.image(), spoilt.labels(), Optional.of(wrong));
  }

  private Annotation withGaps(int row, Annotation complete) {
    Annotation annotation = complete;
    for (int keypoint = 0; keypoint < schema.size(); keypoint++) {
      if (!plan.isLabelled(row, keypoint)) {
        annotation = annotation.with(keypoint, Keypoint.unlabelled());
      }
    }
    return annotation;
  }

  /** True labels of another person nearby, as far from these as can be found. */
  private Annotation stranger(int row, Annotation own) {
    return IntStream.rangeClosed(1, STRANGERS)
        .map(step -> row + step)
        .filter(other -> callSheet.person(other) != callSheet.person(row))
        .mapToObj(callSheet::keypoints)
        .max(Comparator.comparingDouble(labels -> distance(labels, own)))
        .orElseThrow();
  }

  private static double distance(Annotation a, Annotation b) {
    return IntStream.range(0, a.size())
        .mapToDouble(i -> a.keypoint(i).distanceTo(b.keypoint(i)))
        .sum();
  }

  private List<TruePlace> moved(Annotation right, Annotation written) {
    return IntStream.range(0, schema.size())
        .filter(i -> right.isPlaced(i) && !right.keypoint(i).equals(written.keypoint(i)))
        .mapToObj(i -> new TruePlace(schema.keypointNames().get(i), right.x(i), right.y(i)))
        .toList();
  }

  GeneratedDataSet describe(List<WrongLabel> wrongLabels) {
    Map<Integer, List<Integer>> byPicture = new LinkedHashMap<>();
    List<Integer> people = new ArrayList<>();
    for (int row = 0; row < options.rows(); row++) {
      people.add(callSheet.person(row));
      byPicture.computeIfAbsent(callSheet.picture(row), picture -> new ArrayList<>()).add(row);
    }
    List<List<Integer>> duplicates =
        byPicture.values().stream().filter(rows -> rows.size() > 1).map(List::copyOf).toList();
    return new GeneratedDataSet(options.rows(), options.seed(), people, duplicates, wrongLabels);
  }
}
