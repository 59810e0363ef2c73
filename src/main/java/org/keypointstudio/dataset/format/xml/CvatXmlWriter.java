package org.keypointstudio.dataset.format.xml;

import java.io.IOException;
import java.util.List;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CoordinateCell;
import org.keypointstudio.dataset.csv.Excerpt;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Visibility;

/** Writes the parts of one file of CVAT. */
final class CvatXmlWriter {
  private static final String DEFAULT_LABEL = "face";
  private static final String BOX_SUFFIX = "_box";

  /** What a keypoint without a colour has in CVAT. */
  private static final String DEFAULT_COLOR = "#33ddff";

  private final KeypointSchema schema;
  private final List<String> labels;
  private final boolean boxed;
  private int group;

  CvatXmlWriter(AnnotatedImages images) {
    schema = images.schema();
    labels = images.faces().stream().map(CvatXmlWriter::label).distinct().toList();
    boxed = images.faces().stream().anyMatch(face -> face.box().isPresent());
  }

  /** What a face is called in CVAT, where everything has a label. */
  static String label(AnnotatedFace face) {
    return face.label().isEmpty() ? DEFAULT_LABEL : face.label();
  }

  /** Declares the task and its labels. */
  void writeHead(XmlOutput out, int images) throws IOException {
    out.start("meta").start("task").text("name", schema.name()).text("size", "" + images);
    out.text("mode", "annotation").start("labels");
    for (String label : labels) {
      out.start("label").text("name", label).text("color", DEFAULT_COLOR);
      out.text("type", "skeleton").start("attributes").end().text("svg", drawing()).end();
      for (int i = 0; i < schema.size(); i++) {
        out.start("label").text("name", schema.keypointNames().get(i));
        out.text("color", schema.color(i).orElse(DEFAULT_COLOR)).text("type", "points");
        out.start("attributes").end().text("parent", label).end();
      }
      if (boxed) {
        out.start("label").text("name", label + BOX_SUFFIX).text("color", DEFAULT_COLOR);
        out.text("type", "rectangle").start("attributes").end().end();
      }
    }
    out.end().end().end();
  }

  /**
   * The skeleton as CVAT keeps it: lines between numbered nodes, and the nodes in a field of 100 ×
   * 100, here on a circle.
   */
  private String drawing() {
    StringBuilder svg = new StringBuilder();
    for (IndexPair line : schema.skeleton()) {
      svg.append(
          "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" data-type=\"edge\" data-node-from=\"%d\" data-node-to=\"%d\"></line>"
              .formatted(
                  x(line.first()),
                  y(line.first()),
                  x(line.second()),
                  y(line.second()),
                  line.first() + 1,
                  line.second() + 1));
    }
    for (int i = 0; i < schema.size(); i++) {
      svg.append(
          "<circle r=\"0.75\" cx=\"%s\" cy=\"%s\" data-type=\"element node\" data-element-id=\"%d\" data-node-id=\"%d\" data-label-name=\"%s\"></circle>"
              .formatted(x(i), y(i), i + 1, i + 1, escaped(schema.keypointNames().get(i))));
    }
    return svg.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private String x(int keypoint) {
    return onCircle(Math.cos(2 * Math.PI * keypoint / schema.size()));
  }

  private String y(int keypoint) {
    return onCircle(Math.sin(2 * Math.PI * keypoint / schema.size()));
  }

  private static String onCircle(double unit) {
    return CoordinateCell.format(Math.rint(10 * (50 + 40 * unit)) / 10);
  }

  /** Writes an image with its faces. */
  void writeImage(XmlOutput out, int id, String name, List<AnnotatedFace> faces)
      throws IOException {
    ImageSize size =
        faces
            .getFirst()
            .imageSize()
            .orElseThrow(
                () ->
                    new DataSetException(
                        "CVAT needs the size of the image %s, which is not known: put the image beside its labels."
                            .formatted(Excerpt.of(name))));
    out.start("image", "id", id, "name", name, "width", size.width(), "height", size.height());
    for (AnnotatedFace face : faces) {
      if (!face.isEmptyImage()) {
        writeFace(out, face);
      }
    }
    out.end();
  }

  private void writeFace(XmlOutput out, AnnotatedFace face) throws IOException {
    int number = face.box().isPresent() ? ++group : 0;
    if (face.box().isPresent()) {
      FaceBox box = face.box().get();
      out.empty(
          "box",
          "label",
          label(face) + BOX_SUFFIX,
          "source",
          "manual",
          "occluded",
          0,
          "xtl",
          CoordinateCell.format(box.left()),
          "ytl",
          CoordinateCell.format(box.top()),
          "xbr",
          CoordinateCell.format(box.right()),
          "ybr",
          CoordinateCell.format(box.bottom()),
          "z_order",
          0,
          "group_id",
          number);
    }
    out.start(
        "skeleton", "label", label(face), "source", "manual", "z_order", 0, "group_id", number);
    for (int i = 0; i < schema.size(); i++) {
      writeKeypoint(out, schema.keypointNames().get(i), face.annotation(), i);
    }
    out.end();
  }

  private static void writeKeypoint(XmlOutput out, String name, Annotation annotation, int index)
      throws IOException {
    Keypoint keypoint = annotation.keypoint(index);
    if (keypoint.visibility() != Visibility.UNLABELLED) {
      out.empty("points", attributes(name, keypoint).toArray());
    }
  }

  /** Names and values of the attributes of a skeleton's element in turn. */
  static List<Object> attributes(String name, Keypoint keypoint) {
    return List.of(
        "label",
        name,
        "source",
        "manual",
        "outside",
        keypoint.visibility() == Visibility.ABSENT ? 1 : 0,
        "occluded",
        keypoint.visibility() == Visibility.OCCLUDED ? 1 : 0,
        "points",
        place(keypoint));
  }

  /** A keypoint's x and y; of one that is not in the image those of the origin. */
  static String place(Keypoint keypoint) {
    return keypoint.isPlaced()
        ? CoordinateCell.format(keypoint.x()) + "," + CoordinateCell.format(keypoint.y())
        : "0.0,0.0";
  }
}
