package org.keypointstudio.dataset.kaggle;

import org.keypointstudio.dataset.csv.CsvBackedDataSet;
import org.keypointstudio.dataset.csv.CsvLabels;
import org.keypointstudio.model.Face;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;

/**
 * A Kaggle file in memory: one byte a pixel, in one array per block of rows.
 *
 * @see KaggleCsvReader
 */
public final class KaggleDataSet implements CsvBackedDataSet {
  private final CsvLabels labels;
  private final ImageSize imageSize;
  private final PixelBlocks pixels;

  KaggleDataSet(CsvLabels labels, ImageSize imageSize, PixelBlocks pixels) {
    this.labels = labels;
    this.imageSize = imageSize;
    this.pixels = pixels;
  }

  @Override
  public CsvLabels labels() {
    return labels;
  }

  @Override
  public KaggleDataSet withLabels(CsvLabels saved) {
    return new KaggleDataSet(saved, imageSize, pixels);
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
  public ImageSize imageSize(int index) {
    return imageSize;
  }
}
