package org.keypointstudio.project.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.csv.CsvSaver;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.Feature;
import org.keypointstudio.dataset.format.FormatDataSet;
import org.keypointstudio.dataset.format.KeypointFormats;
import org.keypointstudio.dataset.image.GrayImageFile;
import org.keypointstudio.dataset.image.ImageFiles;
import org.keypointstudio.dataset.schema.MappingTable;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.schema.SchemaMapping;
import org.keypointstudio.project.labels.ArrangedDataSet;
import org.keypointstudio.task.TaskContext;

/** Writes the faces of a data set in another format. */
public final class Conversion {
  private static final String DEFAULT_NAME = "labels";

  private final List<ConversionTarget> targets;

  /** Conversions to CSV files and to these formats. */
  public Conversion(KeypointFormats formats) {
    List<ConversionTarget> all = new ArrayList<>();
    all.add(new ConversionTarget.KaggleTable());
    all.add(new ConversionTarget.ImageTable());
    formats.all().forEach(format -> all.add(new ConversionTarget.Annotations(format)));
    this.targets = List.copyOf(all);
  }

  /** What can be converted to. */
  public List<ConversionTarget> targets() {
    return targets;
  }

  /** The target with an id, if there is one. */
  public Optional<ConversionTarget> target(String id) {
    return targets.stream().filter(target -> target.id().equals(id)).findFirst();
  }

  /**
   * What is to be written where.
   *
   * @param target what to convert to
   * @param out a file, or a folder where the target is a folder of files; in a folder that exists a
   *     target of one file is called {@code labels}
   * @param copyImages whether image files are copied beside it; else they stay where they are
   * @param mapping of the keypoints; nothing if they stay what they are
   */
  public record Order(
      ConversionTarget target, Path out, boolean copyImages, Optional<MappingTable> mapping) {

    /** An order that leaves the keypoints what they are. */
    public Order(ConversionTarget target, Path out, boolean copyImages) {
      this(target, out, copyImages, Optional.empty());
    }

    /** The file or folder that is written. */
    public Path path() {
      return Files.isDirectory(out) && !target.fileEnding().isEmpty()
          ? out.resolve(DEFAULT_NAME + target.fileEnding())
          : out;
    }

    /** The folder that names of images are relative to. */
    private Path folder() {
      Path absolute = path().toAbsolutePath().normalize();
      Path parent = absolute.getParent();
      return target.fileEnding().isEmpty() || parent == null ? absolute : parent;
    }
  }

  /**
   * What was done.
   *
   * @param path the file or folder that was written
   * @param faces that were written
   * @param writtenImages image files that were written or copied
   * @param losses what the format cannot carry, each with its number
   * @param messages sentences for the person
   */
  public record Result(
      Path path, int faces, int writtenImages, List<String> losses, List<String> messages) {

    /** Copies the lists. */
    public Result {
      losses = List.copyOf(losses);
      messages = List.copyOf(messages);
    }
  }

  /**
   * Converts a data set.
   *
   * @param labels one a face, in the data set's order
   * @throws DataSetException with one sentence for the person if it cannot be written
   * @throws java.util.concurrent.CancellationException if cancelled; labels are then not written,
   *     images may be
   */
  public Result convert(
      FaceDataSet dataSet, List<FaceLabels> labels, Order order, TaskContext context)
      throws DataSetException {
    try {
      refuseSource(dataSet, order);
      if (order.target() instanceof ConversionTarget.KaggleTable) {
        return toKaggle(dataSet, labels, order, context);
      }
      return withImages(dataSet, labels, order, context);
    } catch (DataSetException problem) {
      throw problem;
    } catch (IOException problem) {
      throw CsvSaver.unwritable(order.path(), problem);
    }
  }

  private static Result toKaggle(
      FaceDataSet dataSet, List<FaceLabels> labels, Order order, TaskContext context)
      throws IOException {
    if (order.mapping().isEmpty()) {
      return new KaggleExport(dataSet, labels).write(order, context);
    }
    SchemaMapping mapping = order.mapping().get().from(dataSet.schema());
    MappedDataSet mapped = new MappedDataSet(dataSet, mapping);
    return withUnused(
        new KaggleExport(mapped, mapped.mapped(labels)).write(order, context), mapping);
  }

  /** The result, which tells too what a mapping has no use for. */
  private static Result withUnused(Result result, SchemaMapping mapping) {
    int unused = mapping.unused().size();
    if (unused == 0) {
      return result;
    }
    List<String> losses = new ArrayList<>(result.losses());
    losses.add("%,d keypoints that %s does not use".formatted(unused, mapping.name()));
    return new Result(
        result.path(), result.faces(), result.writtenImages(), losses, result.messages());
  }

  private static void refuseSource(FaceDataSet dataSet, Order order) throws IOException {
    if (Files.exists(order.path())
        && Files.exists(dataSet.path())
        && Files.isSameFile(order.path(), dataSet.path())) {
      throw new DataSetException(
          "%s is the data set itself: choose another place for the converted one."
              .formatted(order.path()));
    }
  }

  private static Result withImages(
      FaceDataSet dataSet, List<FaceLabels> labels, Order order, TaskContext context)
      throws IOException {
    FaceDataSet stored = ArrangedDataSet.stored(dataSet);
    ImageTransfer transfer = new ImageTransfer(stored, order.folder(), order.copyImages());
    List<Annotation> annotations =
        ArrangedDataSet.toStored(dataSet, labels).stream().map(FaceLabels::annotation).toList();
    List<AnnotatedFace> faces = new ArrayList<>();
    Map<String, Optional<ImageSize>> sizes = new HashMap<>();
    List<AnnotatedFace> sources = sources(stored, annotations);
    for (int i = 0; i < sources.size(); i++) {
      context.throwIfCancelled();
      context.report(i, sources.size(), "Preparing the images");
      AnnotatedFace named = sources.get(i).withImageName(transfer.name(i));
      AnnotatedFace arranged =
          named.withAnnotation(ArrangedDataSet.fromStored(dataSet, named.annotation()));
      faces.add(sized(arranged, stored, i, order, sizes));
    }
    AnnotatedImages unmapped = new AnnotatedImages(dataSet.schema(), faces);
    Optional<SchemaMapping> mapping = Optional.empty();
    if (order.mapping().isPresent()) {
      mapping = Optional.of(order.mapping().get().from(dataSet.schema()));
    }
    AnnotatedImages images = mapping.map(made -> mapped(unmapped, made)).orElse(unmapped);
    switch (order.target()) {
      case ConversionTarget.Annotations annotated ->
          annotated.format().write(images, order.path(), context);
      case ConversionTarget.ImageTable _ -> ImageTableWriter.write(images, order.path(), context);
      case ConversionTarget.KaggleTable _ ->
          throw new IllegalArgumentException("Kaggle's file holds its own images");
    }
    Result result =
        new Result(
            order.path(),
            faces.size(),
            transfer.written(),
            Losses.of(images, labels, order.target().carries()),
            messages(transfer, dataSet, order));
    return mapping.map(made -> withUnused(result, made)).orElse(result);
  }

  private static AnnotatedImages mapped(AnnotatedImages images, SchemaMapping mapping) {
    return new AnnotatedImages(
        mapping.target(),
        images.faces().stream()
            .map(face -> face.withAnnotation(mapping.apply(face.annotation())))
            .toList());
  }

  /** The faces in the coordinates of their whole images. */
  private static List<AnnotatedFace> sources(FaceDataSet dataSet, List<Annotation> annotations) {
    if (dataSet instanceof FormatDataSet faces) {
      return faces.annotated(annotations).faces();
    }
    List<AnnotatedFace> faces = new ArrayList<>();
    for (int i = 0; i < annotations.size(); i++) {
      faces.add(AnnotatedFace.of(dataSet.face(i).name(), annotations.get(i)));
    }
    return faces;
  }

  private static AnnotatedFace sized(
      AnnotatedFace face,
      FaceDataSet dataSet,
      int index,
      Order order,
      Map<String, Optional<ImageSize>> sizes)
      throws DataSetException {
    boolean needed =
        order.target() instanceof ConversionTarget.Annotations(var format)
            && format.needsImageSizes();
    if (face.imageSize().isPresent()
        || !(needed
            || order.target().carries().contains(Feature.IMAGE_SIZE)
            || order.target().carries().contains(Feature.BOXES))) {
      return face;
    }
    Optional<ImageSize> size = sizes.computeIfAbsent(face.imageName(), _ -> sizeOf(dataSet, index));
    if (size.isEmpty() && needed) {
      throw new DataSetException(
          "%s counts in shares of the image's size, but the image %s cannot be read: put it back, or remove its row."
              .formatted(order.target().displayName(), face.imageName()));
    }
    return size.map(face::withImageSize).orElse(face);
  }

  private static Optional<ImageSize> sizeOf(FaceDataSet dataSet, int index) {
    try {
      if (!(dataSet instanceof ImageFiles files)) {
        return Optional.of(dataSet.imageSize(index));
      }
      Optional<byte[]> embedded = files.embeddedImage(index);
      return Optional.of(
          embedded.isPresent()
              ? GrayImageFile.size(files.imageName(index), embedded.get())
              : GrayImageFile.size(files.imageFile(index)));
    } catch (IOException _) {
      return Optional.empty(); // the transfer counts it as missing
    }
  }

  private static List<String> messages(ImageTransfer transfer, FaceDataSet dataSet, Order order) {
    List<String> messages = new ArrayList<>();
    if (transfer.missing() > 0) {
      messages.add(
          "The images of %,d faces are missing; their labels were written with the names that %s gives."
              .formatted(transfer.missing(), dataSet.path().getFileName()));
    }
    if (transfer.leavesFolder()) {
      messages.add(
          "%s names images outside its folder, which this program does not open: copy the images along, or write it beside them."
              .formatted(order.path().getFileName()));
    }
    return messages;
  }
}
