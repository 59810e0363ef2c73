package org.keypointstudio.project.labels;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.StoredDataSet;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Face;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.FacePixels;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.model.schema.OwnSchema;

/**
 * A data set in the names, the order and the choice of keypoints that a person gave it. The files
 * stay in their own; what they do not have lies beside them.
 */
public final class ArrangedDataSet implements StoredDataSet {
  private final StoredDataSet stored;
  private final OwnSchema own;
  private final List<Integer> order;

  /** One a face: the keypoints of the files, then the added ones. */
  private final List<FaceLabels> whole;

  /**
   * A data set.
   *
   * @param stored as its files have it
   * @param own what the person wants, which fits the files
   * @param whole one a face: the keypoints of the files, then the added ones
   */
  ArrangedDataSet(StoredDataSet stored, OwnSchema own, List<FaceLabels> whole) {
    this.stored = stored;
    this.own = own;
    this.order =
        own.order(stored.schema())
            .orElseThrow(() -> new IllegalArgumentException("The schema is of another file"));
    this.whole = List.copyOf(whole);
  }

  /** The data set as its files have it. */
  public static FaceDataSet stored(FaceDataSet dataSet) {
    return dataSet instanceof ArrangedDataSet arranged ? arranged.stored : dataSet;
  }

  /** The schema that a person gave a data set, or that of its files. */
  static OwnSchema own(FaceDataSet dataSet) {
    return dataSet instanceof ArrangedDataSet arranged
        ? arranged.own
        : OwnSchema.of(dataSet.schema());
  }

  /**
   * Labels of a data set in the order of its files, with what is left out, and behind them the
   * added keypoints.
   */
  public static List<FaceLabels> toStored(FaceDataSet dataSet, List<FaceLabels> labels) {
    return dataSet instanceof ArrangedDataSet arranged
        ? IntStream.range(0, labels.size())
            .mapToObj(face -> arranged.whole.get(face).withAll(arranged.order, labels.get(face)))
            .toList()
        : labels;
  }

  /** An annotation in the order of {@link #toStored}, in the order of a data set. */
  public static Annotation fromStored(FaceDataSet dataSet, Annotation annotation) {
    return dataSet instanceof ArrangedDataSet arranged
        ? annotation.arranged(arranged.order)
        : annotation;
  }

  /**
   * Another data set in the same arrangement, where there is one.
   *
   * @param whole its labels as {@link #toStored} gives them
   */
  static FaceDataSet like(FaceDataSet arrangement, FaceDataSet dataSet, List<FaceLabels> whole) {
    return arrangement instanceof ArrangedDataSet arranged
            && dataSet instanceof StoredDataSet stored
        ? new ArrangedDataSet(stored, arranged.own, whole)
        : dataSet;
  }

  /** The labels of this data set. */
  List<FaceLabels> labels() {
    return whole.stream().map(face -> face.arranged(order)).toList();
  }

  @Override
  public StoredDataSet withAnnotations(List<Annotation> annotations) {
    List<FaceLabels> faces =
        IntStream.range(0, annotations.size())
            .mapToObj(
                face -> {
                  FaceLabels before = whole.get(face);
                  FaceLabels after = FaceLabels.of(annotations.get(face)).withNotes(before.notes());
                  return before.withAll(order, after);
                })
            .toList();
    int size = stored.schema().size();
    return new ArrangedDataSet(
        stored.withAnnotations(faces.stream().map(face -> face.cutTo(size).annotation()).toList()),
        own,
        faces);
  }

  @Override
  public Set<Visibility> carriedStates() {
    return stored.carriedStates();
  }

  @Override
  public List<String> remarks() {
    return stored.remarks();
  }

  @Override
  public Path path() {
    return stored.path();
  }

  @Override
  public KeypointSchema schema() {
    return own.schema();
  }

  @Override
  public int size() {
    return stored.size();
  }

  @Override
  public Face face(int index) {
    return stored.face(index);
  }

  @Override
  public GrayImage image(int index) throws IOException {
    return stored.image(index);
  }

  @Override
  public FacePixels pixels(int index) throws IOException {
    return stored.pixels(index);
  }

  @Override
  public ImageSize imageSize(int index) throws IOException {
    return stored.imageSize(index);
  }

  @Override
  public Annotation annotation(int index) {
    return whole.get(index).annotation().arranged(order);
  }
}
