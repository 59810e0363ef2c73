package org.keypointstudio.dataset.format.xml;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.ByteOrderMark;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.AnnotationFile;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.dataset.format.Feature;
import org.keypointstudio.dataset.format.KeypointFormat;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.task.TaskContext;

/**
 * The XML of dlib's {@code imglab} (dlib/data_io/image_dataset_metadata.cpp): images with boxes,
 * boxes with named parts. Coordinates are pixel indices from 0 and, since dlib reads them as whole
 * numbers, are rounded when they are written. A face must have a box; one that has none gets that
 * of its whole image, or where its size is unknown the smallest that holds its keypoints. Parts
 * that are not there are unlabelled.
 */
public final class DlibXml implements KeypointFormat {
  private static final String ID = "dlib";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String displayName() {
    return "dlib imglab (XML)";
  }

  @Override
  public Layout layout() {
    return Layout.ONE_FILE;
  }

  @Override
  public String fileEnding() {
    return ".xml";
  }

  @Override
  public Set<Feature> carries() {
    return EnumSet.of(
        Feature.PARTLY_LABELLED,
        Feature.BOXES,
        Feature.SEVERAL_FACES,
        Feature.EMPTY_IMAGES,
        Feature.KEYPOINT_NAMES,
        Feature.IMAGE_SIZE,
        Feature.LABELS);
  }

  @Override
  public boolean recognises(Path path, byte[] head) {
    int start = ByteOrderMark.length(head);
    String text = new String(head, start, head.length - start, StandardCharsets.ISO_8859_1);
    return text.stripLeading().startsWith("<")
        && text.contains("<dataset")
        && text.contains("<images");
  }

  @Override
  public AnnotatedImages read(Path path, TaskContext context) throws DataSetException {
    return new DlibXmlReader(path, context).read();
  }

  @Override
  public void write(AnnotatedImages images, Path target, TaskContext context)
      throws DataSetException {
    Map<String, List<AnnotatedFace>> byImage = images.byImage();
    AnnotationFile.replace(
        target,
        temporary -> {
          try (BufferedWriter writer = Files.newBufferedWriter(temporary);
              XmlOutput out = new XmlOutput(writer)) {
            out.start("dataset").text("name", images.schema().name()).start("images");
            int done = 0;
            for (Map.Entry<String, List<AnnotatedFace>> image : byImage.entrySet()) {
              context.throwIfCancelled();
              context.report(done++, byImage.size(), "Writing " + target.getFileName());
              writeImage(image.getKey(), image.getValue(), images.schema(), out);
            }
            out.end().end();
          }
        });
  }

  private static void writeImage(
      String name, List<AnnotatedFace> faces, KeypointSchema schema, XmlOutput out)
      throws IOException {
    if (faces.getFirst().imageSize().isPresent()) {
      ImageSize size = faces.getFirst().imageSize().get();
      out.start("image", "file", name, "width", size.width(), "height", size.height());
    } else {
      out.start("image", "file", name);
    }
    for (AnnotatedFace face : faces) {
      Optional<FaceBox> box = face.isEmptyImage() ? Optional.empty() : face.anyBox();
      if (box.isPresent()) {
        writeFace(face, box.get(), schema, out);
      }
    }
    out.end();
  }

  private static void writeFace(
      AnnotatedFace face, FaceBox box, KeypointSchema schema, XmlOutput out) throws IOException {
    out.start("box", sides(box).toArray());
    if (!face.label().isEmpty()) {
      out.text("label", face.label());
    }
    for (int i = 0; i < schema.size(); i++) {
      if (face.annotation().isPlaced(i)) {
        out.empty(
            "part",
            "name",
            schema.keypointNames().get(i),
            "x",
            Math.round(face.annotation().x(i)),
            "y",
            Math.round(face.annotation().y(i)));
      }
    }
    out.end();
  }

  /** Names and values of a box's attributes in turn. */
  static List<Object> sides(FaceBox box) {
    long left = Math.round(box.left());
    long top = Math.round(box.top());
    return List.of(
        "top",
        top,
        "left",
        left,
        "width",
        Math.max(1, Math.round(box.right()) - left),
        "height",
        Math.max(1, Math.round(box.bottom()) - top));
  }

  @Override
  public void rewrite(Path original, AnnotatedImages images, Path target, TaskContext context)
      throws DataSetException {
    AnnotationFile.replace(
        target, temporary -> new DlibXmlRewriter(images, context).rewrite(original, temporary));
  }
}
