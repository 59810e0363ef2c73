package org.keypointstudio.ui.browse;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.keypointstudio.edit.query.FaceFacts;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Visibility;

/** The columns of the table of faces. */
final class FaceColumns {
  /** Of more missing keypoints, only the number is said. */
  private static final int MOST_NAMES = 3;

  private FaceColumns() {}

  /**
   * The columns for a data set.
   *
   * @param models whose errors are shown, a column each
   */
  static List<FaceColumn> of(KeypointSchema schema, List<String> models) {
    List<FaceColumn> columns = new ArrayList<>();
    columns.add(
        number("Row", "Position in the data set, counted from 1", "row", 64, FaceColumns::row));
    columns.add(text("Name", "The row or the file's name", "name", 110, FaceFacts::name));
    columns.add(
        number(
            "Labelled",
            "How many keypoints have a place",
            "labelled",
            78,
            (facts, face) -> String.valueOf(facts.labels(face).annotation().placedCount())));
    columns.add(
        text(
            "Missing",
            "Keypoints that nobody has labelled",
            "missing",
            150,
            (facts, face) -> missing(schema, facts.labels(face).annotation())));
    columns.add(
        text(
            "Tags",
            "Tags of the face; sorts by their number",
            "tags",
            90,
            (facts, face) -> String.join(", ", facts.labels(face).notes().tags())));
    columns.add(
        text(
            "Reviewed",
            "Whether a person looked at the face and found it right",
            "reviewed",
            84,
            (facts, face) -> facts.labels(face).notes().reviewed() ? "yes" : ""));
    for (String model : models) {
      columns.add(
          number(
              "Error of " + model,
              "Root mean squared error of %s over the labelled coordinates, in pixels"
                  .formatted(model),
              "error(%s)".formatted(model),
              100,
              (facts, face) -> decimal("%.2f", facts.error(model, face))));
    }
    columns.add(
        number(
            "Brightness",
            "Mean grey of the image, 0 (black) to 255 (white)",
            "brightness",
            92,
            (facts, face) -> decimal("%.0f", facts.brightness(face))));
    columns.add(
        number(
            "Sharpness",
            "Variance of the image's Laplacian: small for a blurred image",
            "sharpness",
            92,
            (facts, face) -> decimal("%.0f", facts.sharpness(face))));
    columns.add(
        number(
            "Eye distance",
            "Inter-ocular distance, in pixels of the image",
            "interocular",
            100,
            (facts, face) -> decimal("%.1f", facts.interOcularDistance(face))));
    columns.add(
        text(
            "Duplicates",
            "Faces that show the same picture; sorting brings them together",
            "group",
            130,
            FaceColumns::duplicates));
    return List.copyOf(columns);
  }

  private static FaceColumn number(
      String title, String hint, String key, double width, FaceColumn.CellText text) {
    return new FaceColumn(title, hint, key, width, true, text);
  }

  private static FaceColumn text(
      String title, String hint, String key, double width, FaceColumn.CellText text) {
    return new FaceColumn(title, hint, key, width, false, text);
  }

  private static String row(FaceFacts facts, int face) {
    return "%,d".formatted(face + 1);
  }

  private static String decimal(String format, OptionalDouble value) {
    return value.isPresent() ? format.formatted(value.getAsDouble()) : "";
  }

  private static String missing(KeypointSchema schema, Annotation annotation) {
    int missing = annotation.unlabelledCount();
    if (missing == 0) {
      return "";
    }
    if (missing > MOST_NAMES) {
      return "%d keypoints".formatted(missing);
    }
    List<String> names = new ArrayList<>();
    for (int keypoint = 0; keypoint < annotation.size(); keypoint++) {
      if (annotation.visibility(keypoint) == Visibility.UNLABELLED) {
        names.add(schema.displayName(keypoint));
      }
    }
    return String.join(", ", names);
  }

  private static String duplicates(FaceFacts facts, int face) {
    int group = facts.duplicateGroup(face).orElse(0);
    return group == 0
        ? ""
        : "group %,d: %,d faces".formatted(group, facts.duplicateCount(face).orElse(1));
  }
}
