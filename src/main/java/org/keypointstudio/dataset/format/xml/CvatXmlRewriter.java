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
import org.keypointstudio.dataset.format.PixelCoordinate;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.task.TaskContext;

/**
 * Puts other keypoints into the skeletons of a CVAT file and leaves all else as it is. That cannot
 * be done where faces are shapes of points, or boxes that had no keypoints yet.
 */
final class CvatXmlRewriter {
  private static final String IMAGE = "image";
  private static final String SKELETON = "skeleton";
  private static final String POINTS = "points";
  private static final String BOX = "box";
  private static final String LABEL = "label";
  private static final String YES = "1";

  private final KeypointSchema schema;
  private final Iterator<AnnotatedFace> faces;
  private final TaskContext context;

  CvatXmlRewriter(AnnotatedImages images, TaskContext context) {
    this.schema = images.schema();
    this.faces = images.faces().iterator();
    this.context = context;
  }

  /**
   * Writes the file.
   *
   * @return whether all its faces are skeletons, or images without any; else what was written is of
   *     no use
   */
  boolean rewrite(Path original, Path target) throws IOException {
    try (XmlCopy copy = new XmlCopy(original, target)) {
      while (copy.hasNext()) {
        XMLEvent event = copy.next();
        copy.add(event);
        if (starts(event, IMAGE)) {
          context.throwIfCancelled();
          if (!rewriteImage(copy)) {
            return false;
          }
        } else if (starts(event, SKELETON) && isSeen(event.asStartElement())) {
          rewriteSkeleton(copy, faces.next()); // in a track
        }
      }
    }
    return !faces.hasNext();
  }

  private static boolean isSeen(StartElement skeleton) {
    return !XmlCopy.attribute(skeleton, "outside").equals(YES);
  }

  private boolean rewriteImage(XmlCopy copy) throws IOException {
    boolean skeletons = false;
    boolean others = false;
    XMLEvent event;
    for (event = copy.next(); !ends(event, IMAGE); event = copy.next()) {
      copy.add(event);
      if (starts(event, SKELETON)) {
        skeletons = true;
        rewriteSkeleton(copy, faces.next());
      } else {
        others |= starts(event, POINTS) || starts(event, BOX);
      }
    }
    if (!skeletons) {
      if (others || !faces.hasNext()) {
        return false;
      }
      addSkeleton(copy, faces.next());
    }
    copy.add(event);
    return true;
  }

  /** An image without faces that has one now. */
  private void addSkeleton(XmlCopy copy, AnnotatedFace face) throws IOException {
    if (face.annotation().unlabelledCount() == face.annotation().size()) {
      return;
    }
    copy.start(SKELETON, LABEL, CvatXmlWriter.label(face), "source", "manual", "z_order", 0);
    addKeypoints(copy, face, Set.of());
    copy.end(SKELETON);
  }

  private void rewriteSkeleton(XmlCopy copy, AnnotatedFace face) throws IOException {
    Set<Integer> seen = new HashSet<>();
    XMLEvent event;
    for (event = copy.next(); !ends(event, SKELETON); event = copy.next()) {
      if (starts(event, POINTS)) {
        StartElement points = event.asStartElement();
        int keypoint = schema.indexOf(XmlCopy.attribute(points, LABEL));
        seen.add(keypoint);
        rewriteKeypoint(copy, points, face.annotation().keypoint(keypoint));
      } else {
        copy.add(event);
      }
    }
    addKeypoints(copy, face, seen);
    copy.add(event);
  }

  /** A keypoint that is not in the image keeps the place that CVAT remembers of it. */
  private static void rewriteKeypoint(XmlCopy copy, StartElement points, Keypoint keypoint)
      throws IOException {
    String outside = keypoint.visibility() == Visibility.ABSENT ? YES : "0";
    String occluded = keypoint.visibility() == Visibility.OCCLUDED ? YES : "0";
    switch (keypoint.visibility()) {
      case UNLABELLED -> copy.skip();
      case ABSENT -> copy.addStart(points, Map.of("outside", outside));
      case VISIBLE, OCCLUDED -> {
        String before = XmlCopy.attribute(points, POINTS);
        copy.addStart(
            points,
            Map.of(
                "outside",
                outside,
                "occluded",
                occluded,
                POINTS,
                isAt(before, keypoint) ? before : CvatXmlWriter.place(keypoint)));
      }
    }
  }

  private static boolean isAt(String text, Keypoint keypoint) {
    List<String> cells = List.of(text.split(",", -1));
    return cells.size() == 2
        && PixelCoordinate.parse(cells.getFirst()).orElse(Double.NaN) == keypoint.x()
        && PixelCoordinate.parse(cells.getLast()).orElse(Double.NaN) == keypoint.y();
  }

  private void addKeypoints(XmlCopy copy, AnnotatedFace face, Set<Integer> seen)
      throws IOException {
    for (int i = 0; i < schema.size(); i++) {
      Keypoint keypoint = face.annotation().keypoint(i);
      if (!seen.contains(i) && keypoint.visibility() != Visibility.UNLABELLED) {
        copy.start(
            POINTS, CvatXmlWriter.attributes(schema.keypointNames().get(i), keypoint).toArray());
        copy.end(POINTS);
      }
    }
  }
}
