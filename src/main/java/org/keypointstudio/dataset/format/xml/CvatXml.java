package org.keypointstudio.dataset.format.xml;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.AnnotationFile;
import org.keypointstudio.dataset.format.Feature;
import org.keypointstudio.dataset.format.KeypointFormat;
import org.keypointstudio.task.TaskContext;

/**
 * The XML of CVAT, version 1.1 (docs.cvat.ai, "XML annotation format"). A skeleton is a face; of
 * its elements {@code outside} means that the keypoint is not in the image, and one that is not
 * there is unlabelled. Read are also shapes of points and single points, whose label is then the
 * keypoint's name, and tracks of videos. Coordinates are passed on as they are.
 */
public final class CvatXml implements KeypointFormat {
  private static final String ID = "cvat";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String displayName() {
    return "CVAT for images 1.1 (XML)";
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
    return EnumSet.complementOf(EnumSet.of(Feature.FLIP_PAIRS));
  }

  @Override
  public boolean needsImageSizes() {
    return true;
  }

  @Override
  public boolean recognises(Path path, byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return text.contains("<annotations")
        && (text.contains("<meta") || text.contains("<image") || text.contains("<track"));
  }

  @Override
  public AnnotatedImages read(Path path, TaskContext context) throws DataSetException {
    return new CvatXmlReader(path, context).read();
  }

  @Override
  public void write(AnnotatedImages images, Path target, TaskContext context)
      throws DataSetException {
    AnnotationFile.replace(target, temporary -> writeAnew(images, temporary, target, context));
  }

  private static void writeAnew(AnnotatedImages images, Path file, Path target, TaskContext context)
      throws IOException {
    Map<String, List<AnnotatedFace>> byImage = images.byImage();
    CvatXmlWriter format = new CvatXmlWriter(images);
    try (BufferedWriter writer = Files.newBufferedWriter(file);
        XmlOutput out = new XmlOutput(writer)) {
      out.start("annotations").text("version", "1.1");
      format.writeHead(out, byImage.size());
      int id = 0;
      for (Map.Entry<String, List<AnnotatedFace>> image : byImage.entrySet()) {
        context.throwIfCancelled();
        context.report(id, byImage.size(), "Writing " + target.getFileName());
        format.writeImage(out, id++, image.getKey(), image.getValue());
      }
      out.end();
    }
  }

  @Override
  public void rewrite(Path original, AnnotatedImages images, Path target, TaskContext context)
      throws DataSetException {
    AnnotationFile.replace(
        target,
        temporary -> {
          if (!new CvatXmlRewriter(images, context).rewrite(original, temporary)) {
            writeAnew(images, temporary, target, context);
          }
        });
  }
}
