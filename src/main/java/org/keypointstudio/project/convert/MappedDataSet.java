package org.keypointstudio.project.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Face;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.FacePixels;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.schema.SchemaMapping;

/**
 * A data set with the keypoints of another schema.
 *
 * @param source with the keypoints that the mapping starts from
 * @param mapping makes the keypoints
 */
record MappedDataSet(FaceDataSet source, SchemaMapping mapping) implements FaceDataSet {

  /** Labels with the keypoints of the mapping, and with what was said of the whole faces. */
  List<FaceLabels> mapped(List<FaceLabels> labels) {
    return mapped(labels, mapping);
  }

  /** Labels with the keypoints of a mapping, and with what was said of the whole faces. */
  static List<FaceLabels> mapped(List<FaceLabels> labels, SchemaMapping mapping) {
    return labels.stream()
        .map(
            face ->
                new FaceLabels(mapping.apply(face.annotation()), List.of(), Set.of(), face.notes()))
        .toList();
  }

  @Override
  public Path path() {
    return source.path();
  }

  @Override
  public KeypointSchema schema() {
    return mapping.target();
  }

  @Override
  public int size() {
    return source.size();
  }

  @Override
  public Face face(int index) {
    return source.face(index);
  }

  @Override
  public GrayImage image(int index) throws IOException {
    return source.image(index);
  }

  @Override
  public FacePixels pixels(int index) throws IOException {
    return source.pixels(index);
  }

  @Override
  public ImageSize imageSize(int index) throws IOException {
    return source.imageSize(index);
  }

  @Override
  public Annotation annotation(int index) {
    return mapping.apply(source.annotation(index));
  }
}
