package org.keypointstudio.dataset.kaggle;

import java.nio.file.Path;
import java.util.List;
import org.keypointstudio.dataset.csv.CsvBackedDataSet;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.csv.KeypointColumns;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Face;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.KeypointSchema;

/**
 * A Kaggle file in memory: one byte a pixel, in one array per block of rows.
 *
 * @see KaggleCsvReader
 */
public final class KaggleDataSet implements CsvBackedDataSet {
  private final CsvSource source;
  private final KeypointColumns columns;
  private final ImageSize imageSize;
  private final PixelBlocks pixels;
  private final List<Annotation> annotations;

  KaggleDataSet(
      CsvSource source,
      KeypointColumns columns,
      ImageSize imageSize,
      PixelBlocks pixels,
      List<Annotation> annotations) {
    this.source = source;
    this.columns = columns;
    this.imageSize = imageSize;
    this.pixels = pixels;
    this.annotations = List.copyOf(annotations);
  }

  @Override
  public Path path() {
    return source.path();
  }

  @Override
  public KeypointSchema schema() {
    return columns.schema();
  }

  @Override
  public int size() {
    return annotations.size();
  }

  @Override
  public Face face(int index) {
    return new Face(index, "row " + (index + 1));
  }

  @Override
  public GrayImage image(int index) {
    return pixels.image(index, imageSize);
  }

  @Override
  public Annotation annotation(int index) {
    return annotations.get(index);
  }

  @Override
  public CsvSource source() {
    return source;
  }

  @Override
  public KeypointColumns columns() {
    return columns;
  }

  @Override
  public KaggleDataSet savedAs(
      CsvSource target, KeypointColumns targetColumns, List<Annotation> current) {
    return new KaggleDataSet(target, targetColumns, imageSize, pixels, current);
  }
}
