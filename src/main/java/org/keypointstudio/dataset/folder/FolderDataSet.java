package org.keypointstudio.dataset.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.keypointstudio.dataset.csv.CsvBackedDataSet;
import org.keypointstudio.dataset.csv.CsvLabels;
import org.keypointstudio.dataset.image.GrayImageFile;
import org.keypointstudio.dataset.image.ImageFiles;
import org.keypointstudio.dataset.image.ImageLocator;
import org.keypointstudio.model.Face;
import org.keypointstudio.model.FacePixels;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;

/**
 * Image files and the CSV that names them. Images are decoded when they are asked for and not kept;
 * one that is missing or damaged is a problem of its own face alone.
 */
public final class FolderDataSet implements CsvBackedDataSet, ImageFiles {
  private final CsvLabels labels;
  private final ImageLocator images;
  private final List<String> imageNames;

  FolderDataSet(CsvLabels labels, ImageLocator images, List<String> imageNames) {
    this.labels = labels;
    this.images = images;
    this.imageNames = List.copyOf(imageNames);
  }

  @Override
  public CsvLabels labels() {
    return labels;
  }

  @Override
  public FolderDataSet withLabels(CsvLabels saved) {
    return new FolderDataSet(saved, images, imageNames);
  }

  @Override
  public Face face(int index) {
    return new Face(index, imageNames.get(index));
  }

  @Override
  public GrayImage image(int index) throws IOException {
    return GrayImageFile.read(imageFile(index));
  }

  @Override
  public FacePixels pixels(int index) throws IOException {
    return GrayImageFile.readInColor(imageFile(index));
  }

  @Override
  public ImageSize imageSize(int index) throws IOException {
    return GrayImageFile.size(imageFile(index));
  }

  @Override
  public Path imageFile(int index) throws IOException {
    return images.find(imageNames.get(index));
  }

  @Override
  public String imageName(int index) {
    return imageNames.get(index).replace('\\', '/');
  }
}
