package org.keypointstudio.dataset.format.labelme;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.AnnotationFile;
import org.keypointstudio.dataset.format.Feature;
import org.keypointstudio.dataset.format.ImageNames;
import org.keypointstudio.dataset.format.KeypointFormat;
import org.keypointstudio.dataset.format.SidecarFiles;
import org.keypointstudio.dataset.format.json.JsonFiles;
import org.keypointstudio.dataset.format.json.JsonHead;
import org.keypointstudio.dataset.format.shape.ImageShapes;
import org.keypointstudio.dataset.format.shape.ShapeEdits;
import org.keypointstudio.dataset.format.shape.ShapeFaces;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.task.TaskContext;

/**
 * The JSON files of labelme (github.com/labelmeai/labelme, {@code label_file.py}), one an image.
 *
 * <p>A keypoint is a shape of the type {@code point} whose label is its name; a rectangle is a
 * face's box, and {@code group_id} holds the shapes of a face together. Coordinates are pixels of
 * the image, taken as this program's. The flag {@code occluded} of a point, which labelme's own
 * example of flags has, says that it is hidden. A save changes the points that were changed and
 * copies everything else, other shapes and embedded images included.
 */
public final class Labelme implements KeypointFormat {
  private static final int DEEPEST = 4;
  private static final int LOOKED_AT = 20;
  private static final int HEAD_BYTES = 1 << 16;
  private static final String VERSION = "5.5.0";

  private final ShapeEdits edits = new ShapeEdits(new LabelmeShapes());

  @Override
  public String id() {
    return "labelme";
  }

  @Override
  public String displayName() {
    return "labelme (one JSON file an image)";
  }

  @Override
  public Layout layout() {
    return Layout.ONE_FILE_PER_IMAGE;
  }

  @Override
  public String fileEnding() {
    return ".json";
  }

  @Override
  public Set<Feature> carries() {
    return EnumSet.of(
        Feature.OCCLUDED,
        Feature.PARTLY_LABELLED,
        Feature.FRACTIONS,
        Feature.BOXES,
        Feature.SEVERAL_FACES,
        Feature.EMPTY_IMAGES,
        Feature.KEYPOINT_NAMES,
        Feature.IMAGE_SIZE);
  }

  @Override
  public boolean recognises(Path path, byte[] head) {
    if (!Files.isDirectory(path)) {
      return isLabelme(head);
    }
    try (Stream<Path> files = Files.walk(path, DEEPEST)) {
      List<Path> first = files.filter(Labelme::isJson).limit(LOOKED_AT).toList();
      for (Path file : first) {
        try (InputStream in = Files.newInputStream(file)) {
          if (isLabelme(in.readNBytes(HEAD_BYTES))) {
            return true;
          }
        }
      }
      return false;
    } catch (IOException | UncheckedIOException _) {
      return false; // what cannot be looked at is not recognised; opening it says why
    }
  }

  private static boolean isLabelme(byte[] head) {
    JsonHead json = JsonHead.of(head);
    return !json.isArray()
        && json.has(1, LabelmeFile.SHAPES)
        && (json.has(1, LabelmeFile.IMAGE) || json.has(2, LabelmeShapes.TYPE));
  }

  private static boolean isJson(Path file) {
    return CsvSource.fileName(file).toLowerCase(Locale.ROOT).endsWith(".json")
        && Files.isRegularFile(file);
  }

  @Override
  public AnnotatedImages read(Path path, TaskContext context) throws DataSetException {
    List<Path> files = new ArrayList<>();
    return faces(path, files, context).images();
  }

  /** Puts the faces of the files below a path together, and lists the files. */
  private static ShapeFaces faces(Path path, List<Path> files, TaskContext context)
      throws DataSetException {
    List<ImageShapes> shapes = new ArrayList<>();
    Path folder = folderOf(path);
    for (Path file : filesOf(path)) {
      context.throwIfCancelled();
      files.add(file);
      shapes.add(LabelmeFile.read(file).shapes(folder));
    }
    return ShapeFaces.of(CsvSource.fileName(path), shapes, List.of());
  }

  private static Path folderOf(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    return Files.isRegularFile(absolute) && parent != null ? parent : absolute;
  }

  private static List<Path> filesOf(Path path) throws DataSetException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    List<Path> labelled = new ArrayList<>();
    try (Stream<Path> files = Files.walk(path, DEEPEST)) {
      Path real = path.toRealPath();
      List<Path> inside =
          files.filter(Labelme::isJson).filter(file -> SidecarFiles.staysIn(real, file)).toList();
      for (Path file : inside.stream().sorted().toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          if (isLabelme(in.readNBytes(HEAD_BYTES))) {
            labelled.add(file);
          }
        }
      }
    } catch (IOException problem) {
      throw AnnotationFile.unreadable(path, problem);
    }
    return labelled;
  }

  @Override
  public void write(AnnotatedImages images, Path target, TaskContext context)
      throws DataSetException {
    Set<Path> taken = new HashSet<>();
    for (Map.Entry<String, List<AnnotatedFace>> image : images.byImage().entrySet()) {
      context.throwIfCancelled();
      Path file = fileFor(image.getKey(), target, taken);
      ObjectNode root = JsonNodeFactory.instance.objectNode();
      root.put("version", VERSION).putObject("flags");
      ArrayNode shapes = root.putArray(LabelmeFile.SHAPES);
      edits.addAll(shapes, image.getValue(), images.schema());
      Path folder = file.getParent() == null ? target : file.getParent();
      root.put(LabelmeFile.IMAGE, ImageNames.relative(folder, target.resolve(image.getKey())));
      root.putNull("imageData");
      Optional<ImageSize> size =
          image.getValue().stream().flatMap(face -> face.imageSize().stream()).findFirst();
      size.ifPresent(
          of -> root.put(LabelmeFile.HEIGHT, of.height()).put(LabelmeFile.WIDTH, of.width()));
      JsonFiles.write(file, json -> json.writeTree(root));
    }
  }

  /** Beside the image, with its name; in the target folder for an image that is elsewhere. */
  private static Path fileFor(String imageName, Path target, Set<Path> taken) {
    Path image = target.resolve(imageName).normalize();
    Path inside =
        image.startsWith(target.normalize()) ? image : target.resolve(CsvSource.fileName(image));
    String name = CsvSource.fileName(inside);
    int dot = name.lastIndexOf('.');
    Path file = inside.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".json");
    for (int number = 1; !taken.add(file); number++) {
      file = inside.resolveSibling("%s.%d.json".formatted(name, number));
    }
    return file;
  }

  @Override
  public void rewrite(Path original, AnnotatedImages images, Path target, TaskContext context)
      throws DataSetException {
    List<Path> files = new ArrayList<>();
    ShapeFaces before = faces(original, files, context);
    boolean inPlace = target.equals(original);
    for (int i = 0; i < files.size(); i++) {
      context.throwIfCancelled();
      if (inPlace && !before.isChanged(i, images)) {
        continue;
      }
      Path source = files.get(i);
      ObjectNode root = (ObjectNode) LabelmeFile.read(source).root();
      edits.apply((ArrayNode) root.get(LabelmeFile.SHAPES), i, before, images);
      Path file =
          Files.isDirectory(original) ? target.resolve(original.relativize(source)) : target;
      String name = images.faces().get(before.firstFace(i)).imageName();
      if (!inPlace) {
        root.put(
            LabelmeFile.IMAGE,
            ImageNames.relative(folderOf(file), targetFolder(original, target).resolve(name)));
      }
      JsonFiles.write(file, json -> json.writeTree(root));
    }
  }

  private static Path targetFolder(Path original, Path target) {
    Path absolute = target.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    return Files.isDirectory(original) || parent == null ? absolute : parent;
  }
}
