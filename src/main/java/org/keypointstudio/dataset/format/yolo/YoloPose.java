package org.keypointstudio.dataset.format.yolo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.Excerpt;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.AnnotationFile;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.dataset.format.Feature;
import org.keypointstudio.dataset.format.KeypointFormat;
import org.keypointstudio.dataset.format.SidecarFiles;
import org.keypointstudio.dataset.image.GrayImageFile;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.task.TaskContext;

/**
 * The pose data sets of Ultralytics' YOLO (docs.ultralytics.com/datasets/pose): a YAML file with
 * {@code kpt_shape} and {@code flip_idx}, and a text file an image whose numbers are shares of the
 * image's width and height; times these they are taken as pixel indices. A face must have a box;
 * one that has none gets that of its whole image. Points outside of their image are written as they
 * are, but Ultralytics refuses an image that has one.
 */
public final class YoloPose implements KeypointFormat {
  private static final String ID = "yolo";
  private static final String DESCRIPTION = "data.yaml";
  private static final String DEFAULT_CLASS = "face";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String displayName() {
    return "YOLO pose (folder with data.yaml)";
  }

  @Override
  public Layout layout() {
    return Layout.ONE_FILE_PER_IMAGE;
  }

  @Override
  public String fileEnding() {
    return ".txt";
  }

  @Override
  public Set<Feature> carries() {
    return EnumSet.complementOf(EnumSet.of(Feature.ABSENT, Feature.SKELETON, Feature.IMAGE_SIZE));
  }

  @Override
  public boolean needsImageSizes() {
    return true;
  }

  @Override
  public boolean recognises(Path path, byte[] head) {
    boolean folderOrMarked =
        head.length == 0
            || new String(head, StandardCharsets.UTF_8).contains(YoloDescription.SHAPE);
    try {
      return folderOrMarked && YoloFolder.find(path).isPresent();
    } catch (IOException _) {
      return false; // what cannot be looked at is recognised by nobody
    }
  }

  private static YoloFolder folder(Path path) throws DataSetException {
    try {
      return YoloFolder.find(path)
          .orElseThrow(
              () ->
                  new DataSetException(
                      "%s is no YOLO data set: expected a YAML file with kpt_shape in its folder."
                          .formatted(path)));
    } catch (IOException problem) {
      throw AnnotationFile.unreadable(path, problem);
    }
  }

  @Override
  public AnnotatedImages read(Path path, TaskContext context) throws DataSetException {
    YoloFolder folder = folder(path);
    YoloDescription description = YoloDescription.read(folder.yaml());
    List<AnnotatedFace> faces = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    List<String> images = SidecarFiles.images(folder.root(), context);
    for (int i = 0; i < images.size(); i++) {
      context.throwIfCancelled();
      context.report(i, images.size(), "Opening " + path.getFileName());
      readImage(folder, description, images.get(i), faces, remarks);
    }
    if (faces.isEmpty()) {
      throw new DataSetException(
          "The folder %s holds no image that can be read: expected images in images/ and their labels in labels/."
              .formatted(folder.root()));
    }
    return new AnnotatedImages(description.schema(), faces, remarks);
  }

  private static void readImage(
      YoloFolder folder,
      YoloDescription description,
      String image,
      List<AnnotatedFace> faces,
      List<String> remarks)
      throws DataSetException {
    Path labels = folder.labels(image);
    List<String> lines = YoloFolder.lines(labels);
    if (lines.isEmpty()) {
      faces.add(AnnotatedFace.of(image, Annotation.unlabelled(description.schema().size())));
      return;
    }
    Optional<ImageSize> size = size(folder, image, remarks);
    for (int i = 0; i < lines.size() && size.isPresent(); i++) {
      String place = YoloFolder.place(labels, i);
      YoloLine line = YoloLine.parse(lines.get(i), description, place);
      faces.add(
          new AnnotatedFace(
              image,
              size,
              Optional.of(line.box(size.get(), place)),
              line.annotation(description, size.get()),
              description.classes().getOrDefault(line.classNumber(), "")));
    }
  }

  private static Optional<ImageSize> size(YoloFolder folder, String image, List<String> remarks) {
    try {
      return Optional.of(GrayImageFile.size(folder.root().resolve(image)));
    } catch (IOException problem) {
      remarks.add(
          problem.getMessage() + " Its labels are left aside, since they are shares of it.");
      return Optional.empty();
    }
  }

  @Override
  public void write(AnnotatedImages images, Path target, TaskContext context)
      throws DataSetException {
    Path root = SidecarFiles.folder(target);
    YoloFolder folder = new YoloFolder(root, root.resolve(DESCRIPTION));
    Map<Integer, String> classes = new TreeMap<>();
    for (AnnotatedFace face : images.faces()) {
      if (!classes.containsValue(className(face))) {
        classes.put(classes.size(), className(face));
      }
    }
    YoloDescription description = new YoloDescription(images.schema(), 3, classes);
    Map<String, List<AnnotatedFace>> byImage = images.byImage();
    int done = 0;
    for (Map.Entry<String, List<AnnotatedFace>> image : byImage.entrySet()) {
      context.throwIfCancelled();
      context.report(done++, byImage.size(), "Writing " + target.getFileName());
      List<YoloLine> lines = new ArrayList<>();
      for (AnnotatedFace face : image.getValue()) {
        newLine(face, description).ifPresent(lines::add);
      }
      YoloFolder.write(folder.labels(image.getKey()), lines);
    }
    boolean together = byImage.keySet().stream().allMatch(name -> name.startsWith("images/"));
    description.write(folder.yaml(), together ? "images" : ".");
  }

  private static String className(AnnotatedFace face) {
    return face.label().isEmpty() ? DEFAULT_CLASS : face.label();
  }

  private static Optional<YoloLine> newLine(AnnotatedFace face, YoloDescription description)
      throws DataSetException {
    Optional<FaceBox> box = face.isEmptyImage() ? Optional.empty() : face.anyBox();
    if (box.isEmpty()) {
      return Optional.empty();
    }
    ImageSize size =
        face.imageSize()
            .orElseThrow(
                () ->
                    new DataSetException(
                        "YOLO needs the size of the image %s, which is not known: put the image beside its labels."
                            .formatted(Excerpt.of(face.imageName()))));
    int number =
        description.classes().entrySet().stream()
            .filter(entry -> entry.getValue().equals(className(face)))
            .findFirst()
            .map(Map.Entry::getKey)
            .orElse(0);
    return Optional.of(
        YoloLine.of(number, box.get(), face.annotation(), size, description.dimensions()));
  }

  @Override
  public void rewrite(Path original, AnnotatedImages images, Path target, TaskContext context)
      throws DataSetException {
    YoloFolder from = folder(original);
    if (!SidecarFiles.folder(target).equals(from.root())) {
      write(images, target, context);
      return;
    }
    YoloDescription description = YoloDescription.read(from.yaml());
    Map<String, List<AnnotatedFace>> byImage = images.byImage();
    int done = 0;
    for (Map.Entry<String, List<AnnotatedFace>> image : byImage.entrySet()) {
      context.throwIfCancelled();
      context.report(done++, byImage.size(), "Writing " + target.getFileName());
      rewriteImage(from, description, image.getKey(), image.getValue());
    }
  }

  private static void rewriteImage(
      YoloFolder folder, YoloDescription description, String image, List<AnnotatedFace> faces)
      throws DataSetException {
    Path labels = folder.labels(image);
    List<String> before = YoloFolder.lines(labels);
    List<YoloLine> lines = new ArrayList<>();
    Iterator<AnnotatedFace> after = faces.iterator();
    for (int i = 0; i < before.size(); i++) {
      YoloLine line = YoloLine.parse(before.get(i), description, YoloFolder.place(labels, i));
      AnnotatedFace face = after.next();
      ImageSize size = face.imageSize().orElseThrow();
      lines.add(
          line.annotation(description, size).equals(face.annotation())
              ? line
              : line.with(face.annotation(), description, size));
    }
    if (before.isEmpty()) {
      while (after.hasNext()) {
        newLine(sized(folder, after.next()), description).ifPresent(lines::add);
      }
    }
    if (!lines.stream().map(YoloLine::text).toList().equals(before)) {
      YoloFolder.write(labels, lines);
    }
  }

  private static AnnotatedFace sized(YoloFolder folder, AnnotatedFace face)
      throws DataSetException {
    if (face.imageSize().isPresent() || face.isEmptyImage()) {
      return face;
    }
    Path image = folder.root().resolve(face.imageName());
    try {
      return face.withImageSize(GrayImageFile.size(image));
    } catch (IOException problem) {
      throw AnnotationFile.unreadable(image, problem);
    }
  }
}
