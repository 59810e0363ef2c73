package org.keypointstudio.dataset.format.coco;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.Feature;
import org.keypointstudio.dataset.format.KeypointFormat;
import org.keypointstudio.dataset.format.json.JsonFiles;
import org.keypointstudio.dataset.format.json.JsonHead;
import org.keypointstudio.task.TaskContext;

/**
 * COCO's JSON for keypoint detection (Lin et al., 2014; cocodataset.org, "Data format").
 *
 * <p>Keypoints are {@code [x, y, v]}, "0-indexed" pixels, which are this program's coordinates; v
 * is 0 unlabelled, 1 labelled but not visible, 2 visible. Boxes are {@code [left, top, width,
 * height]} counted from the image's corner. The skeleton counts keypoints from 1. A keypoint that
 * is absent becomes unlabelled.
 *
 * <p>Of several categories with keypoints that with the most annotations is read, with those that
 * have the same keypoints; crowds are not. A save changes the keypoints that were changed and
 * copies everything else.
 */
public final class CocoKeypoints implements KeypointFormat {

  @Override
  public String id() {
    return "coco";
  }

  @Override
  public String displayName() {
    return "COCO keypoints (JSON)";
  }

  @Override
  public Layout layout() {
    return Layout.ONE_FILE;
  }

  @Override
  public String fileEnding() {
    return ".json";
  }

  @Override
  public Set<Feature> carries() {
    return EnumSet.complementOf(EnumSet.of(Feature.ABSENT, Feature.FLIP_PAIRS));
  }

  @Override
  public boolean recognises(Path path, byte[] head) {
    JsonHead json = JsonHead.of(head);
    return !json.isArray()
        && ((json.has(1, CocoReader.IMAGES) && json.has(2, "file_name"))
            || (json.has(1, CocoReader.ANNOTATIONS) && json.has(2, "image_id"))
            || (json.has(1, CocoReader.CATEGORIES) && json.has(2, CocoReader.KEYPOINTS)));
  }

  @Override
  public AnnotatedImages read(Path path, TaskContext context) throws DataSetException {
    return CocoFaces.of(CsvSource.fileName(path), CocoReader.read(path, context)).images();
  }

  @Override
  public void write(AnnotatedImages images, Path target, TaskContext context)
      throws DataSetException {
    JsonFiles.write(target, json -> new CocoWriter(images, json, context).write());
  }

  @Override
  public void rewrite(Path original, AnnotatedImages images, Path target, TaskContext context)
      throws DataSetException {
    CocoContent content = CocoReader.read(original, context);
    CocoFaces before = CocoFaces.of(CsvSource.fileName(original), content);
    JsonFiles.write(
        target,
        json ->
            JsonFiles.readToCopy(
                original,
                parser ->
                    new CocoRewriter(content, before, images.faces(), json, context).copy(parser)));
  }
}
