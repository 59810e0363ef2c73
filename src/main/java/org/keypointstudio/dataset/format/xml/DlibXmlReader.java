package org.keypointstudio.dataset.format.xml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.csv.Excerpt;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.dataset.format.NamedFaces;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.schema.SchemaGuess;
import org.keypointstudio.task.TaskContext;

/** Reads one file of dlib's {@code imglab}. */
final class DlibXmlReader {

  private final Path file;
  private final TaskContext context;
  private final NamedFaces faces = new NamedFaces();

  DlibXmlReader(Path file, TaskContext context) {
    this.file = file;
    this.context = context;
  }

  /** An image that is being read. */
  private record Image(String name, Optional<ImageSize> size) {}

  AnnotatedImages read() throws DataSetException {
    String name = CsvSource.fileName(file);
    try (XmlInput in = XmlInput.open(file)) {
      boolean known = false;
      for (XmlInput.Step step = in.next(); step != XmlInput.Step.DONE; step = in.next()) {
        if (step == XmlInput.Step.START && in.element().equals("dataset")) {
          known = true;
        } else if (step == XmlInput.Step.START && in.element().equals("image")) {
          readImage(in);
        }
      }
      if (!known || faces.names().isEmpty()) {
        throw new DataSetException(
            "%s holds no faces with keypoints: expected <dataset>, <image>, <box> and in it <part> with name, x and y."
                .formatted(name));
      }
    }
    return faces.toImages(DlibXmlReader::schema, List.of());
  }

  /** Parts that are numbered are in the order of their numbers, which is dlib's own. */
  private static KeypointSchema schema(List<String> names) {
    boolean numbered = names.stream().allMatch(name -> name.matches("[0-9]{1,9}"));
    return SchemaGuess.of(
        numbered
            ? names.stream()
                .sorted(
                    Comparator.<String>comparingInt(Integer::parseInt).thenComparing(name -> name))
                .toList()
            : names);
  }

  private void readImage(XmlInput in) throws DataSetException {
    context.throwIfCancelled();
    context.report(faces.size(), -1, "Opening " + CsvSource.fileName(file));
    Image image = new Image(in.required("file").replace('\\', '/'), in.imageSize());
    int before = faces.size();
    while (!(in.next() == XmlInput.Step.END && in.element().equals("image"))) {
      if (in.element().equals("box")) {
        readBox(in, image);
      }
    }
    if (faces.size() == before) {
      add(in, image, Optional.empty(), "", List.of(), List.of());
    }
  }

  private void readBox(XmlInput in, Image image) throws DataSetException {
    double left = in.number("left");
    double top = in.number("top");
    double width = in.number("width");
    double height = in.number("height");
    if (!FaceBox.isBox(left, top, width, height)) {
      throw in.problem("a <box> of %s x %s pixels holds no face".formatted(width, height));
    }
    String label = "";
    List<String> names = new ArrayList<>();
    List<Keypoint> points = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    while (!(in.next() == XmlInput.Step.END && in.element().equals("box"))) {
      switch (in.element()) {
        case "label" -> label = in.text();
        case "part" -> {
          String name = in.required("name");
          if (!seen.add(name)) {
            throw in.problem(
                "the part %s is there twice in one <box>; remove one".formatted(Excerpt.of(name)));
          }
          names.add(name);
          points.add(Keypoint.visible(in.number("x"), in.number("y")));
          in.next();
        }
        default -> {}
      }
    }
    add(in, image, Optional.of(new FaceBox(left, top, width, height)), label, names, points);
  }

  private void add(
      XmlInput in,
      Image image,
      Optional<FaceBox> box,
      String label,
      List<String> names,
      List<Keypoint> points)
      throws DataSetException {
    try {
      faces.add(
          new AnnotatedFace(image.name(), image.size(), box, Annotation.of(points), label), names);
    } catch (IllegalArgumentException problem) {
      throw new DataSetException(
          String.valueOf(in.problem(String.valueOf(problem.getMessage())).getMessage()), problem);
    }
  }
}
