package org.keypointstudio.dataset.format.via;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.format.Feature;
import org.keypointstudio.dataset.format.shape.ImageShapes;
import org.keypointstudio.dataset.format.shape.ShapeEdits;
import org.keypointstudio.dataset.format.shape.ShapeFaces;

/** What VIA's JSON and its CSV have in common. */
final class ViaFaces {
  private final List<ImageShapes> images = new ArrayList<>();
  private Optional<String> nameAttribute = Optional.empty();

  /** Takes the next image of a file. */
  void add(ViaImage image) throws DataSetException {
    images.add(image.shapes());
    nameAttribute = nameAttribute.or(image::nameAttribute);
  }

  /** The faces of all images. */
  ShapeFaces faces(String fileName) throws DataSetException {
    return ShapeFaces.of(fileName, images, List.of());
  }

  /** Edits that name keypoints as the file does. */
  ShapeEdits edits() {
    return new ShapeEdits(new ViaShapes(nameAttribute.orElse(ViaShapes.DEFAULT_NAME)));
  }

  /** Edits for a new file. */
  static ShapeEdits newEdits() {
    return new ShapeEdits(new ViaShapes(ViaShapes.DEFAULT_NAME));
  }

  static Set<Feature> carries() {
    return EnumSet.of(
        Feature.OCCLUDED,
        Feature.PARTLY_LABELLED,
        Feature.FRACTIONS,
        Feature.BOXES,
        Feature.SEVERAL_FACES,
        Feature.EMPTY_IMAGES,
        Feature.KEYPOINT_NAMES);
  }

  /**
   * The bytes of an image file, by which VIA knows it again; −1, as VIA writes for images from
   * elsewhere, if there is no such file.
   */
  static long sizeInBytes(Path labels, String imageName) {
    try {
      Path folder = labels.toAbsolutePath().getParent();
      return folder == null ? -1 : Files.size(folder.resolve(imageName));
    } catch (IOException | InvalidPathException _) {
      return -1; // an image that is not there yet
    }
  }
}
