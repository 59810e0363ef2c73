package org.keypointstudio.dataset.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keypointstudio.dataset.StoredDataSet;
import org.keypointstudio.dataset.image.GrayImageFile;
import org.keypointstudio.dataset.image.ImageFiles;
import org.keypointstudio.dataset.image.ImageLocator;
import org.keypointstudio.dataset.image.SharedImages;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Face;
import org.keypointstudio.model.FacePixels;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Visibility;

/**
 * A data set in one of the annotation formats. An image with several faces is several entries, each
 * cropped by its box when it is asked for; the coordinates of an entry are those of its crop.
 * Images are decoded when they are asked for; of those with several faces the last few are kept.
 * One that is missing or damaged is a problem of its own faces alone.
 */
public final class FormatDataSet implements StoredDataSet, ImageFiles {
  private final FormatSource source;
  private final AnnotatedImages images;
  private final ImageLocator locator;
  private final EmbeddedImages embedded;
  private final List<String> names;
  private final List<Annotation> annotations;
  private final List<String> remarks;
  private final SharedImages<GrayImage> shared;
  private final SharedImages<FacePixels> sharedInColor;

  private FormatDataSet(
      FormatSource source,
      AnnotatedImages images,
      ImageLocator locator,
      EmbeddedImages embedded,
      List<String> names,
      List<Annotation> annotations,
      List<String> remarks,
      SharedImages<GrayImage> shared,
      SharedImages<FacePixels> sharedInColor) {
    this.source = source;
    this.images = images;
    this.locator = locator;
    this.embedded = embedded;
    this.names = names;
    this.annotations = annotations;
    this.remarks = remarks;
    this.shared = shared;
    this.sharedInColor = sharedInColor;
  }

  /**
   * The data set of what a file holds.
   *
   * @param locator finds images that are files
   * @param embedded has the others
   * @param remarks sentences about it for the person
   */
  static FormatDataSet of(
      FormatSource source,
      AnnotatedImages images,
      ImageLocator locator,
      EmbeddedImages embedded,
      List<String> remarks) {
    return new FormatDataSet(
        source,
        images,
        locator,
        embedded,
        namesOf(images.faces()),
        images.faces().stream().map(face -> Crop.of(face.box()).toCrop(face.annotation())).toList(),
        List.copyOf(remarks),
        new SharedImages<>(GrayImageFile::read),
        new SharedImages<>(GrayImageFile::readInColor));
  }

  /** The folder that all images lie in, with its slash; empty if there is none. */
  private static String commonFolder(List<AnnotatedFace> faces) {
    String common = faces.getFirst().imageName();
    for (AnnotatedFace face : faces) {
      int length = 0;
      int shortest = Math.min(common.length(), face.imageName().length());
      while (length < shortest && common.charAt(length) == face.imageName().charAt(length)) {
        length++;
      }
      common = common.substring(0, length);
    }
    return common.substring(0, common.lastIndexOf('/') + 1);
  }

  /**
   * The image's name, less the folder that all images lie in; where the image has several faces,
   * with their number.
   */
  private static List<String> namesOf(List<AnnotatedFace> faces) {
    Map<String, Integer> counts = new HashMap<>();
    faces.forEach(face -> counts.merge(face.imageName(), 1, Integer::sum));
    Map<String, Integer> seen = new HashMap<>();
    int folder = faces.isEmpty() ? 0 : commonFolder(faces).length();
    List<String> names = new ArrayList<>(faces.size());
    for (AnnotatedFace face : faces) {
      int number = seen.merge(face.imageName(), 1, Integer::sum);
      boolean several = counts.getOrDefault(face.imageName(), 1) > 1;
      String name = face.imageName().substring(folder);
      names.add(several ? name + ", face " + number : name);
    }
    return List.copyOf(names);
  }

  /** Where it was read from. */
  FormatSource source() {
    return source;
  }

  /** What its file holds. */
  AnnotatedImages images() {
    return images;
  }

  /** The format that it is in. */
  public KeypointFormat format() {
    return source.format();
  }

  /** Has the images that are part of its file. */
  EmbeddedImages embedded() {
    return embedded;
  }

  /** Finds its images. */
  public ImageLocator locator() {
    return locator;
  }

  /**
   * The faces with annotations of their crops brought back to the whole images.
   *
   * @param inCrops one a face, in the coordinates that {@link #annotation} has
   */
  public AnnotatedImages annotated(List<Annotation> inCrops) {
    List<AnnotatedFace> faces = new ArrayList<>(inCrops.size());
    for (int i = 0; i < inCrops.size(); i++) {
      AnnotatedFace face = images.faces().get(i);
      faces.add(
          face.withAnnotation(Crop.of(face.box()).toImage(inCrops.get(i), face.annotation())));
    }
    return images.withFaces(faces);
  }

  @Override
  public FormatDataSet withAnnotations(List<Annotation> newAnnotations) {
    return new FormatDataSet(
        source,
        images,
        locator,
        embedded,
        names,
        List.copyOf(newAnnotations),
        remarks,
        shared,
        sharedInColor);
  }

  @Override
  public Set<Visibility> carriedStates() {
    Set<Visibility> states = EnumSet.of(Visibility.UNLABELLED, Visibility.VISIBLE);
    if (format().carries().contains(Feature.OCCLUDED)) {
      states.add(Visibility.OCCLUDED);
    }
    if (format().carries().contains(Feature.ABSENT)) {
      states.add(Visibility.ABSENT);
    }
    return states;
  }

  @Override
  public List<String> remarks() {
    return remarks;
  }

  @Override
  public Path path() {
    return source.path();
  }

  @Override
  public KeypointSchema schema() {
    return images.schema();
  }

  @Override
  public int size() {
    return images.faces().size();
  }

  @Override
  public Face face(int index) {
    return new Face(index, names.get(index));
  }

  @Override
  public GrayImage image(int index) throws IOException {
    Optional<byte[]> inFile = embeddedImage(index);
    return crop(index)
        .of(
            inFile.isPresent()
                ? GrayImageFile.read(imageName(index), inFile.get())
                : wholeImage(index));
  }

  private GrayImage wholeImage(int index) throws IOException {
    Path file = imageFile(index);
    return isShared(index) ? shared.read(file) : GrayImageFile.read(file);
  }

  /** Whether the face before or behind is of the same image. */
  private boolean isShared(int index) {
    String name = imageName(index);
    return (index > 0 && imageName(index - 1).equals(name))
        || (index < size() - 1 && imageName(index + 1).equals(name));
  }

  @Override
  public FacePixels pixels(int index) throws IOException {
    Optional<byte[]> inFile = embeddedImage(index);
    return crop(index)
        .of(
            inFile.isPresent()
                ? GrayImageFile.readInColor(imageName(index), inFile.get())
                : wholeImageInColor(index));
  }

  private FacePixels wholeImageInColor(int index) throws IOException {
    Path file = imageFile(index);
    return isShared(index) ? sharedInColor.read(file) : GrayImageFile.readInColor(file);
  }

  @Override
  public ImageSize imageSize(int index) throws IOException {
    Optional<byte[]> inFile = embeddedImage(index);
    return crop(index)
        .sizeIn(
            inFile.isPresent()
                ? GrayImageFile.size(imageName(index), inFile.get())
                : GrayImageFile.size(imageFile(index)));
  }

  @Override
  public Annotation annotation(int index) {
    return annotations.get(index);
  }

  private Crop crop(int index) {
    return Crop.of(images.faces().get(index).box());
  }

  @Override
  public Optional<byte[]> embeddedImage(int index) throws IOException {
    String name = imageName(index);
    return embedded.has(name) ? Optional.of(embedded.encoded(name)) : Optional.empty();
  }

  @Override
  public Path imageFile(int index) throws IOException {
    return locator.find(imageName(index));
  }

  @Override
  public String imageName(int index) {
    return images.faces().get(index).imageName();
  }
}
