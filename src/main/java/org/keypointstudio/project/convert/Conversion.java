package org.keypointstudio.project.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
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
import org.keypointstudio.project.labels.LabelStore;
import org.keypointstudio.task.TaskContext;

/** Writes the faces of a data set in another format. */
public final class Conversion {
  private static final String DEFAULT_NAME = "labels";

  private final List<ConversionTarget> targets;
  private final Optional<MarksBeside> marks;

  /** Conversions to CSV files and to these formats, of which nothing is kept beside them. */
  public Conversion(KeypointFormats formats) {
    this(formats, Optional.empty());
  }

  /**
   * Conversions to CSV files and to these formats.
   *
   * @param labels keeps beside a file what its format cannot carry
   */
  public Conversion(KeypointFormats formats, LabelStore labels) {
    this(formats, Optional.of(new MarksBeside(labels)));
  }

  private Conversion(KeypointFormats formats, Optional<MarksBeside> marks) {
    List<ConversionTarget> all = new ArrayList<>();
    all.add(new ConversionTarget.KaggleTable());
    all.add(new ConversionTarget.ImageTable());
    formats.all().forEach(format -> all.add(new ConversionTarget.Annotations(format)));
    this.targets = List.copyOf(all);
    this.marks = marks;
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
   * @param keepExcluded whether faces that are excluded from training are written, too
   */
  public record Order(
      ConversionTarget target,
      Path out,
      boolean copyImages,
      Optional<MappingTable> mapping,
      boolean keepExcluded) {

    /** An order that leaves the keypoints what they are, and excluded faces out. */
    public Order(ConversionTarget target, Path out, boolean copyImages) {
      this(target, out, copyImages, Optional.empty(), false);
    }

    /** The positions of the faces that are not to be written. */
    BitSet leftOut(List<FaceLabels> labels) {
      return keepExcluded ? new BitSet() : FaceLabels.excludedOf(labels);
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
   * @param excluded faces that were left out as they are excluded from training
   * @param writtenImages image files that were written or copied
   * @param losses what the format cannot carry, each with its number
   * @param messages sentences for the person
   */
  public record Result(
      Path path,
      int faces,
      int excluded,
      int writtenImages,
      List<String> losses,
      List<String> messages) {

    /** Copies the lists. */
    public Result {
      losses = List.copyOf(losses);
      messages = List.copyOf(messages);
    }

    private Result with(List<String> moreLosses, List<String> moreMessages) {
      List<String> allLosses = new ArrayList<>(losses);
      allLosses.addAll(moreLosses);
      List<String> allMessages = new ArrayList<>(messages);
      allMessages.addAll(moreMessages);
      return new Result(path, faces, excluded, writtenImages, allLosses, allMessages);
    }
  }

  /** What was done, and the faces of the file. */
  record Done(Result result, WrittenFaces faces) {}

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
      refuseNothing(dataSet, labels, order);
      Done done =
          order.target() instanceof ConversionTarget.KaggleTable
              ? toKaggle(dataSet, labels, order, context)
              : withImages(dataSet, labels, order, context);
      List<String> kept =
          marks
              .map(
                  beside ->
                      beside.keep(order.path(), done.faces(), order.target().carries(), context))
              .orElse(List.of());
      return done.result().with(List.of(), kept);
    } catch (DataSetException problem) {
      throw problem;
    } catch (IOException problem) {
      throw CsvSaver.unwritable(order.path(), problem);
    }
  }

  private static void refuseNothing(FaceDataSet dataSet, List<FaceLabels> labels, Order order)
      throws DataSetException {
    if (!labels.isEmpty() && order.leftOut(labels).cardinality() == labels.size()) {
      throw new DataSetException(
          "All faces of %s are excluded, so there is nothing to write: keep the excluded ones, or take the tag away."
              .formatted(dataSet.path().getFileName()));
    }
  }

  private static Done toKaggle(
      FaceDataSet dataSet, List<FaceLabels> labels, Order order, TaskContext context)
      throws IOException {
    if (order.mapping().isEmpty()) {
      return new KaggleExport(dataSet, labels).write(order, context);
    }
    SchemaMapping mapping = order.mapping().get().from(dataSet.schema());
    MappedDataSet mapped = new MappedDataSet(dataSet, mapping);
    Done done = new KaggleExport(mapped, mapped.mapped(labels)).write(order, context);
    return new Done(done.result().with(unused(mapping), List.of()), done.faces());
  }

  /** What a mapping has no use for. */
  private static List<String> unused(SchemaMapping mapping) {
    int unused = mapping.unused().size();
    return unused == 0
        ? List.of()
        : List.of("%,d keypoints that %s does not use".formatted(unused, mapping.name()));
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

  private static Done withImages(
      FaceDataSet dataSet, List<FaceLabels> labels, Order order, TaskContext context)
      throws IOException {
    FaceDataSet stored = ArrangedDataSet.stored(dataSet);
    ImageTransfer transfer = new ImageTransfer(stored, order.folder(), order.copyImages());
    List<Annotation> annotations =
        ArrangedDataSet.toStored(dataSet, labels).stream().map(FaceLabels::annotation).toList();
    List<AnnotatedFace> faces = new ArrayList<>();
    Map<String, Optional<ImageSize>> sizes = new HashMap<>();
    List<AnnotatedFace> sources = sources(stored, annotations);
    BitSet leftOut = order.leftOut(labels);
    List<FaceLabels> kept = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      context.throwIfCancelled();
      if (leftOut.get(i)) {
        continue;
      }
      kept.add(labels.get(i));
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
            leftOut.cardinality(),
            transfer.written(),
            Losses.of(images, kept, order.target().carries()),
            messages(transfer, dataSet, order));
    WrittenFaces written =
        new WrittenFaces(
            images.schema(),
            mapping.map(made -> MappedDataSet.mapped(kept, made)).orElse(kept),
            images.faces().stream().map(AnnotatedFace::imageName).toList());
    return new Done(
        result.with(mapping.map(Conversion::unused).orElse(List.of()), List.of()), written);
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
