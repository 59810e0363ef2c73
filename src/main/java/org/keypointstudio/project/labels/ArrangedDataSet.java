package org.keypointstudio.project.labels;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.StoredDataSet;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Face;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Visibility;

/**
 * A data set in the names and the order that a person gave its keypoints. The files stay in their
 * own.
 */
public final class ArrangedDataSet implements StoredDataSet {
  private final StoredDataSet stored;
  private final KeypointSchema schema;
  private final List<Integer> order;
  private final List<Integer> back;

  /**
   * A data set.
   *
   * @param stored as its files have it
   * @param order for each keypoint of the schema its index in the files'
   */
  ArrangedDataSet(StoredDataSet stored, KeypointSchema schema, List<Integer> order) {
    this.stored = stored;
    this.schema = schema;
    this.order = List.copyOf(order);
    List<Integer> inverse = new ArrayList<>(Collections.nCopies(order.size(), 0));
    for (int i = 0; i < order.size(); i++) {
      inverse.set(order.get(i), i);
    }
    back = List.copyOf(inverse);
  }

  /** The data set as its files have it. */
  public static FaceDataSet stored(FaceDataSet dataSet) {
    return dataSet instanceof ArrangedDataSet arranged ? arranged.stored : dataSet;
  }

  /** For each keypoint of a data set its name in its files. */
  static List<String> storedNames(FaceDataSet dataSet) {
    List<String> names = stored(dataSet).schema().keypointNames();
    return dataSet instanceof ArrangedDataSet arranged
        ? arranged.order.stream().map(names::get).toList()
        : names;
  }

  /** Labels of a data set in the order of its files. */
  public static List<FaceLabels> toStored(FaceDataSet dataSet, List<FaceLabels> labels) {
    return dataSet instanceof ArrangedDataSet arranged ? arrange(labels, arranged.back) : labels;
  }

  /** An annotation in the order of the files, in the order of a data set. */
  public static Annotation fromStored(FaceDataSet dataSet, Annotation annotation) {
    return dataSet instanceof ArrangedDataSet arranged
        ? annotation.arranged(arranged.order)
        : annotation;
  }

  /** Another data set in the same arrangement, where there is one. */
  static FaceDataSet like(FaceDataSet arrangement, FaceDataSet dataSet) {
    return arrangement instanceof ArrangedDataSet arranged
            && dataSet instanceof StoredDataSet stored
        ? new ArrangedDataSet(stored, arranged.schema, arranged.order)
        : dataSet;
  }

  /** Labels of the files in the order of this data set. */
  List<FaceLabels> arranged(List<FaceLabels> labels) {
    return arrange(labels, order);
  }

  private static List<FaceLabels> arrange(List<FaceLabels> labels, List<Integer> order) {
    return labels.stream().map(face -> face.arranged(order)).toList();
  }

  @Override
  public StoredDataSet withAnnotations(List<Annotation> annotations) {
    return new ArrangedDataSet(
        stored.withAnnotations(
            annotations.stream().map(annotation -> annotation.arranged(back)).toList()),
        schema,
        order);
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
    return schema;
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
  public ImageSize imageSize(int index) throws IOException {
    return stored.imageSize(index);
  }

  @Override
  public Annotation annotation(int index) {
    return stored.annotation(index).arranged(order);
  }
}
