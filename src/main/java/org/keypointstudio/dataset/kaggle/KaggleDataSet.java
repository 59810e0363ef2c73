package org.keypointstudio.dataset.kaggle;

import java.util.List;
import org.keypointstudio.dataset.csv.CsvBackedDataSet;
import org.keypointstudio.dataset.csv.CsvLabels;
import org.keypointstudio.model.Face;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;

/**
 * A Kaggle file in memory: one byte a pixel, in few arrays.
 *
 * @see KaggleCsvReader
 */
public final class KaggleDataSet implements CsvBackedDataSet {
  private final CsvLabels labels;
  private final ImageSize imageSize;
  private final List<GrayImage> images;

  KaggleDataSet(CsvLabels labels, ImageSize imageSize, List<GrayImage> images) {
    this.labels = labels;
    this.imageSize = imageSize;
    this.images = List.copyOf(images);
  }

  @Override
  public CsvLabels labels() {
    return labels;
  }

  @Override
  public KaggleDataSet withLabels(CsvLabels saved) {
    return new KaggleDataSet(saved, imageSize, images);
  }

  @Override
  public Face face(int index) {
    return new Face(index, "row " + (index + 1));
  }

  @Override
  public GrayImage image(int index) {
    return images.get(index);
  }

  @Override
  public ImageSize imageSize(int index) {
    return imageSize;
  }
}
