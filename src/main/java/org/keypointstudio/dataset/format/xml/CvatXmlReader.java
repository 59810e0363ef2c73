package org.keypointstudio.dataset.format.xml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.csv.Excerpt;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.dataset.format.NamedFaces;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.task.TaskContext;

/** Reads one file of CVAT. */
final class CvatXmlReader {
  private static final String YES = "1";
  private static final String SKELETON = "skeleton";
  private static final String POINTS = "points";
  private static final Set<String> OTHER_SHAPES =
      Set.of("polygon", "polyline", "ellipse", "cuboid", "mask", "tag");

  private final Path file;
  private final String name;
  private final TaskContext context;
  private final CvatLabels labels = new CvatLabels();
  private final NamedFaces faces = new NamedFaces();
  private int leftAside;

  CvatXmlReader(Path file, TaskContext context) {
    this.file = file;
    this.name = CsvSource.fileName(file);
    this.context = context;
  }

  AnnotatedImages read() throws DataSetException {
    try (XmlInput in = XmlInput.open(file)) {
      try {
        readAll(in);
      } catch (IllegalArgumentException problem) {
        throw new DataSetException(
            String.valueOf(in.problem(String.valueOf(problem.getMessage())).getMessage()), problem);
      }
    }
    if (faces.size() == 0 || faces.names().isEmpty()) {
      throw new DataSetException(
          "%s holds no keypoints: expected <image> with <skeleton> or <points> in it, as \"CVAT for images 1.1\" has them."
              .formatted(name));
    }
    List<String> remarks =
        leftAside == 0
            ? List.of()
            : List.of(
                "%s: %,d %s no keypoints (polygons, masks, tags …) and left aside."
                    .formatted(name, leftAside, leftAside == 1 ? "shape is" : "shapes are"));
    return faces.toImages(labels::schema, remarks);
  }

  private void readAll(XmlInput in) throws DataSetException {
    boolean declared = false;
    for (XmlInput.Step step = in.next(); step != XmlInput.Step.DONE; step = in.next()) {
      if (step != XmlInput.Step.START) {
        continue;
      }
      switch (in.element()) {
        case "label" -> labels.read(in, name);
        case "image", "track" -> {
          if (!declared) {
            faces.declare(labels.names());
            declared = true;
          }
          context.throwIfCancelled();
          context.report(faces.size(), -1, "Opening " + name);
          if (in.element().equals("image")) {
            readImage(in);
          } else {
            readTrack(in);
          }
        }
        default -> {}
      }
    }
  }

  private void readImage(XmlInput in) throws DataSetException {
    String image = in.required("name").replace('\\', '/');
    Optional<ImageSize> size = in.imageSize();
    List<CvatShape> shapes = new ArrayList<>();
    for (XmlInput.Step step = in.next();
        !(step == XmlInput.Step.END && in.element().equals("image"));
        step = in.next()) {
      if (step == XmlInput.Step.START) {
        readShape(in, in.attribute("label").orElse(""), shapes);
      }
    }
    new CvatImage(image, size, shapes).addTo(faces);
  }

  /** A video: what is drawn names its frame, whose image CVAT exports under this name. */
  private void readTrack(XmlInput in) throws DataSetException {
    String label = in.attribute("label").orElse("");
    for (XmlInput.Step step = in.next();
        !(step == XmlInput.Step.END && in.element().equals("track"));
        step = in.next()) {
      if (step == XmlInput.Step.START && in.attribute("frame").isPresent()) {
        double frame = in.number("frame");
        boolean outside = in.attribute("outside").filter(YES::equals).isPresent();
        List<CvatShape> shapes = new ArrayList<>();
        readShape(in, label, shapes);
        if (!outside && !shapes.isEmpty()) {
          String image = String.format(Locale.ROOT, "images/frame_%06d.png", (long) frame);
          new CvatImage(image, Optional.empty(), shapes).addTo(faces);
        }
      }
    }
  }

  private void readShape(XmlInput in, String label, List<CvatShape> shapes)
      throws DataSetException {
    String group = in.attribute("group_id").orElse(CvatShape.NO_GROUP);
    switch (in.element()) {
      case SKELETON -> shapes.add(readSkeleton(in, label, group));
      case POINTS -> {
        List<Keypoint> points = points(in, visibility(in));
        shapes.add(new CvatShape.Points(label, group, points));
      }
      case "box" -> shapes.add(new CvatShape.Box(label, group, box(in)));
      default -> leftAside += OTHER_SHAPES.contains(in.element()) ? 1 : 0;
    }
  }

  private static CvatShape.Skeleton readSkeleton(XmlInput in, String label, String group)
      throws DataSetException {
    List<String> names = new ArrayList<>();
    List<Keypoint> keypoints = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (XmlInput.Step step = in.next();
        !(step == XmlInput.Step.END && in.element().equals(SKELETON));
        step = in.next()) {
      if (step == XmlInput.Step.START && in.element().equals(POINTS)) {
        String keypoint = in.required("label");
        if (!seen.add(keypoint)) {
          throw in.problem(
              "the keypoint %s is there twice in one <skeleton>; remove one"
                  .formatted(Excerpt.of(keypoint)));
        }
        Visibility visibility = visibility(in);
        names.add(keypoint);
        keypoints.add(
            visibility == Visibility.ABSENT
                ? Keypoint.absent()
                : points(in, visibility).getFirst());
      }
    }
    return new CvatShape.Skeleton(label, group, names, keypoints);
  }

  private static Visibility visibility(XmlInput in) {
    if (in.attribute("outside").filter(YES::equals).isPresent()) {
      return Visibility.ABSENT;
    }
    return in.attribute("occluded").filter(YES::equals).isPresent()
        ? Visibility.OCCLUDED
        : Visibility.VISIBLE;
  }

  private static List<Keypoint> points(XmlInput in, Visibility visibility) throws DataSetException {
    Visibility placed = visibility == Visibility.ABSENT ? Visibility.VISIBLE : visibility;
    List<Keypoint> points = new ArrayList<>();
    for (String pair : in.required(POINTS).split(";", NamedFaces.MOST_NAMES + 1)) {
      String[] cells = pair.split(",", -1);
      if (cells.length != 2) {
        throw in.problem(
            "\"%s\" is no point; expected x,y in pixels such as 38.5,40.25"
                .formatted(Excerpt.of(pair)));
      }
      points.add(
          new Keypoint(
              in.coordinate(cells[0], "x of <points>"),
              in.coordinate(cells[1], "y of <points>"),
              placed));
    }
    return points;
  }

  private static FaceBox box(XmlInput in) throws DataSetException {
    double left = in.number("xtl");
    double top = in.number("ytl");
    double width = in.number("xbr") - left;
    double height = in.number("ybr") - top;
    if (!FaceBox.isBox(left, top, width, height)) {
      throw in.problem("a <box> of %s x %s pixels holds no face".formatted(width, height));
    }
    return new FaceBox(left, top, width, height);
  }
}
