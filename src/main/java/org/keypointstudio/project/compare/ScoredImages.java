package org.keypointstudio.project.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.statistics.ImageFacts;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.prediction.WholeSet;
import org.keypointstudio.task.TaskContext;

/** The images of the faces that are scored. */
final class ScoredImages {
  private final FaceDataSet faces;
  private final int[] scored;
  private final BitSet unreadable = new BitSet();
  private final List<Double> brightness;
  private final List<String> sentences = new ArrayList<>();
  private final Map<ImageSize, Integer> sizes = new HashMap<>();

  ScoredImages(FaceDataSet faces, BitSet scored) {
    this.faces = faces;
    this.scored = scored.stream().toArray();
    this.brightness = new ArrayList<>(Collections.nCopies(faces.size(), Double.NaN));
  }

  /** Reads each image once and measures it. */
  void read(TaskContext context) {
    for (int i = 0; i < scored.length; i++) {
      context.throwIfCancelled();
      try {
        GrayImage image = faces.image(scored[i]);
        brightness.set(scored[i], ImageFacts.of(image).brightness());
        sizes.merge(image.size(), 1, Integer::sum);
      } catch (IOException problem) {
        unreadable.set(scored[i]);
        sentences.add(String.valueOf(problem.getMessage()));
      }
      context.report(i + 1, scored.length, "Reading images");
    }
  }

  /** The labels; none of faces whose image cannot be read, so that they are not scored. */
  List<Annotation> truths() {
    List<Annotation> truths = new ArrayList<>();
    Annotation nothing = Annotation.unlabelled(faces.schema().size());
    for (int face = 0; face < faces.size(); face++) {
      truths.add(unreadable.get(face) ? nothing : faces.annotation(face));
    }
    return truths;
  }

  /** One prediction a face of the data set; those of faces that are not scored place nothing. */
  List<Annotation> predict(KeypointPredictor predictor, TaskContext context) throws IOException {
    int[] readable = Arrays.stream(scored).filter(face -> !unreadable.get(face)).toArray();
    List<Annotation> made =
        WholeSet.predict(
            predictor, readable.length, place -> faces.image(readable[place]), context);
    List<Annotation> all =
        new ArrayList<>(
            Collections.nCopies(faces.size(), Annotation.unlabelled(predictor.schema().size())));
    for (int i = 0; i < readable.length; i++) {
      all.set(readable[i], made.get(i));
    }
    return all;
  }

  /** Mean grey of each face of the data set; NaN where it was not read. */
  List<Double> brightness() {
    return brightness;
  }

  /** A sentence about the images that cannot be read, if there are any. */
  List<String> problems() {
    return sentences.isEmpty()
        ? List.of()
        : List.of(
            "%,d images cannot be read, and their faces are not scored; the first: %s"
                .formatted(sentences.size(), sentences.getFirst()));
  }

  /** How many images have another size than a network takes, if any. */
  Optional<Integer> otherSizes(int width, int height) {
    int others =
        sizes.entrySet().stream()
            .filter(it -> it.getKey().width() != width || it.getKey().height() != height)
            .mapToInt(Map.Entry::getValue)
            .sum();
    return others == 0 ? Optional.empty() : Optional.of(others);
  }
}
