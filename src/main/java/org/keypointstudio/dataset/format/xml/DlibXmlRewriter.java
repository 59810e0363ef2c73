package org.keypointstudio.dataset.format.xml;

import static org.keypointstudio.dataset.format.xml.XmlCopy.ends;
import static org.keypointstudio.dataset.format.xml.XmlCopy.starts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.dataset.format.PixelCoordinate;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.task.TaskContext;

/** Puts other keypoints into a file of dlib's {@code imglab} and leaves all else as it is. */
final class DlibXmlRewriter {
  private static final String IMAGE = "image";
  private static final String BOX = "box";
  private static final String PART = "part";

  private final KeypointSchema schema;
  private final Iterator<AnnotatedFace> faces;
  private final TaskContext context;

  DlibXmlRewriter(AnnotatedImages images, TaskContext context) {
    this.schema = images.schema();
    this.faces = images.faces().iterator();
    this.context = context;
  }

  void rewrite(Path original, Path target) throws IOException {
    try (XmlCopy copy = new XmlCopy(original, target)) {
      while (copy.hasNext()) {
        XMLEvent event = copy.next();
        copy.add(event);
        if (starts(event, IMAGE)) {
          context.throwIfCancelled();
          rewriteImage(copy);
        }
      }
    }
  }

  private void rewriteImage(XmlCopy copy) throws IOException {
    boolean boxed = false;
    XMLEvent event;
    for (event = copy.next(); !ends(event, IMAGE); event = copy.next()) {
      copy.add(event);
      if (starts(event, BOX)) {
        boxed = true;
        rewriteBox(copy, faces.next());
      }
    }
    if (!boxed) {
      addBox(copy, faces.next());
    }
    copy.add(event);
  }

  /** An image without faces that has one now. */
  private void addBox(XmlCopy copy, AnnotatedFace face) throws IOException {
    if (face.annotation().placedCount() == 0) {
      return;
    }
    FaceBox box = face.anyBox().orElseThrow();
    List<Object> sides = DlibXml.sides(box);
    copy.start(BOX, sides.toArray());
    addParts(copy, face, Set.of());
    copy.end(BOX);
  }

  private void rewriteBox(XmlCopy copy, AnnotatedFace face) throws IOException {
    Set<Integer> seen = new HashSet<>();
    XMLEvent event;
    for (event = copy.next(); !ends(event, BOX); event = copy.next()) {
      if (starts(event, PART)) {
        StartElement part = event.asStartElement();
        int keypoint = schema.indexOf(XmlCopy.attribute(part, "name"));
        seen.add(keypoint);
        rewritePart(copy, part, face.annotation().keypoint(keypoint));
      } else {
        copy.add(event);
      }
    }
    addParts(copy, face, seen);
    copy.add(event);
  }

  private static void rewritePart(XmlCopy copy, StartElement part, Keypoint keypoint)
      throws IOException {
    if (!keypoint.isPlaced()) {
      copy.skip();
    } else if (isAt(part, "x", keypoint.x()) && isAt(part, "y", keypoint.y())) {
      copy.add(part);
    } else {
      copy.addStart(
          part, Map.of("x", "" + Math.round(keypoint.x()), "y", "" + Math.round(keypoint.y())));
    }
  }

  private static boolean isAt(StartElement part, String axis, double coordinate) {
    return PixelCoordinate.parse(XmlCopy.attribute(part, axis)).orElse(Double.NaN) == coordinate;
  }

  private void addParts(XmlCopy copy, AnnotatedFace face, Set<Integer> seen) throws IOException {
    for (int i = 0; i < schema.size(); i++) {
      if (face.annotation().isPlaced(i) && !seen.contains(i)) {
        copy.start(
            PART,
            "name",
            schema.keypointNames().get(i),
            "x",
            Math.round(face.annotation().x(i)),
            "y",
            Math.round(face.annotation().y(i)));
        copy.end(PART);
      }
    }
  }
}
