package org.keypointstudio.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.keypointstudio.generate.WrongLabel.TruePlace;
import org.keypointstudio.generate.face.RenderedFace;
import org.keypointstudio.generate.face.Seeds;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;

/** The rows of one generated file: pictures with gaps and wrong labels. */
final class LabelledRows {
  private final GeneratorOptions options;
  private final KeypointSchema schema = KeypointSchema.kaggle15();
  private final CallSheet callSheet;
  private final LabelPlan plan;
  private final LabelSpoiler spoiler;
  private final Map<Integer, Integer> wrongRows;

  LabelledRows(GeneratorOptions options) {
    this.options = options;
    callSheet = new CallSheet(options.seed());
    plan = LabelPlan.of(options.missing(), options.rows(), options.seed());
    spoiler = new LabelSpoiler(schema, options.seed());
    wrongRows = chooseWrongRows();
  }

  private Map<Integer, Integer> chooseWrongRows() {
    List<Integer> rows = new ArrayList<>(IntStream.range(0, options.rows()).boxed().toList());
    Collections.shuffle(rows, new Random(Seeds.mix(options.seed(), 6)));
    int count = (int) Math.round(options.wrongLabelShare() * rows.size());
    Map<Integer, Integer> ordinals = new HashMap<>();
    for (int i = 0; i < count; i++) {
      ordinals.put(rows.get(i), i);
    }
    return ordinals;
  }

  /**
   * One row.
   *
   * @param face its picture, with the true places of all keypoints
   * @param written the labels that the file has
   */
  record LabelledRow(int row, RenderedFace face, Annotation written) {}

  LabelledRow row(int row) {
    RenderedFace face = callSheet.face(row);
    Annotation right = withGaps(row, face.annotation());
    Integer ordinal = wrongRows.get(row);
    Annotation written =
        ordinal == null ? right : spoiler.spoil(row, ordinal, right, stranger(row));
    return new LabelledRow(row, face, written);
  }

  /** The true labels of the next row in which somebody else is. */
  private Annotation stranger(int row) {
    int other = row + 1;
    while (callSheet.person(other) == callSheet.person(row)) {
      other++;
    }
    return callSheet.face(other).annotation();
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

  /** What the manifest says of a row whose labels are wrong. */
  WrongLabel wrongLabel(LabelledRow labelled) {
    Annotation truth = labelled.face().annotation();
    List<TruePlace> places = new ArrayList<>();
    for (int i = 0; i < schema.size(); i++) {
      boolean moved =
          labelled.written().isPlaced(i)
              && labelled.written().keypoint(i).distanceTo(truth.keypoint(i)) > 0;
      if (moved) {
        places.add(new TruePlace(schema.keypointNames().get(i), truth.x(i), truth.y(i)));
      }
    }
    int ordinal = wrongRows.getOrDefault(labelled.row(), 0);
    return new WrongLabel(labelled.row(), LabelSpoiler.kind(ordinal), places);
  }

  boolean isWrong(int row) {
    return wrongRows.containsKey(row);
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
