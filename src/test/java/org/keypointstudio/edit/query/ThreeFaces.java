package org.keypointstudio.edit.query;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.FaceNotes;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Origin;
import org.keypointstudio.model.Visibility;

/** Face 0 is complete, 1 has two keypoints and notes, 2 has nothing. */
final class ThreeFaces implements FaceFacts {
  private final List<FaceLabels> labels = List.of(complete(), sparse(), empty());

  private static FaceLabels complete() {
    return FaceLabels.of(
        Annotation.of(IntStream.range(0, 15).mapToObj(i -> Keypoint.visible(20 + i, 30)).toList()));
  }

  private static FaceLabels sparse() {
    return FaceLabels.of(Annotation.unlabelled(15))
        .with(0, new Keypoint(66, 37, Visibility.OCCLUDED), Origin.HAND)
        .with(10, Keypoint.visible(48, 57), Origin.model("cnn 1"))
        .with(3, Keypoint.absent(), Origin.HAND)
        .withNotes(
            new FaceNotes(
                "The Mouth is hidden.", new TreeSet<>(List.of("blurred", "two faces")), true));
  }

  private static FaceLabels empty() {
    return FaceLabels.of(Annotation.unlabelled(15));
  }

  @Override
  public String name(int face) {
    return "row " + face;
  }

  @Override
  public FaceLabels labels(int face) {
    return labels.get(face);
  }

  @Override
  public boolean isUnsaved(int face) {
    return face == 1;
  }

  @Override
  public OptionalDouble error(String model, int face) {
    return face == 2 ? OptionalDouble.empty() : OptionalDouble.of(model.equals("cnn 1") ? 2 : 4);
  }

  @Override
  public OptionalDouble interOcularDistance(int face) {
    return face == 0 ? OptionalDouble.of(31.5) : OptionalDouble.empty();
  }

  @Override
  public OptionalDouble brightness(int face) {
    return OptionalDouble.of(40 * (face + 1));
  }

  @Override
  public OptionalDouble sharpness(int face) {
    return face == 2 ? OptionalDouble.empty() : OptionalDouble.of(300 - face);
  }

  @Override
  public OptionalInt duplicateGroup(int face) {
    return OptionalInt.of(face == 1 ? 0 : 1);
  }

  @Override
  public OptionalInt duplicateCount(int face) {
    return OptionalInt.of(face == 1 ? 1 : 2);
  }
}
