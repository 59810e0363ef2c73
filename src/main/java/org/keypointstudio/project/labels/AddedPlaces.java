package org.keypointstudio.project.labels;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.Keypoint;

/**
 * Keypoints that a data file does not have, in the file of marks: which it has places of, and which
 * of them are wanted.
 *
 * @param written names of those that the file of marks knows
 * @param wanted names of those that are asked for, which are unlabelled where it does not know them
 */
record AddedPlaces(List<String> written, List<String> wanted) {

  static AddedPlaces of(JsonNode names, List<String> wanted) {
    List<String> written = new ArrayList<>();
    names.forEach(name -> written.add(name.asText()));
    return new AddedPlaces(List.copyOf(written), wanted);
  }

  /** Puts the places of the keypoints behind those of the data file. */
  static void put(ObjectNode places, int inFile, Annotation annotation) {
    LabelsJson.putCoordinates(
        places, annotation.arranged(IntStream.range(inFile, annotation.size()).boxed().toList()));
  }

  /**
   * An annotation of the data file with the written keypoints behind its own.
   *
   * @param places of these as {@link #put} gave them, if it did
   */
  Annotation placed(Annotation loaded, JsonNode places) throws IOException {
    List<Keypoint> keypoints = new ArrayList<>(loaded.keypoints());
    keypoints.addAll(
        places.isMissingNode()
            ? Annotation.unlabelled(written.size()).keypoints()
            : LabelsJson.coordinates(places, written.size()).keypoints());
    return Annotation.of(keypoints);
  }

  /**
   * Labels with the wanted keypoints behind those of the data file, in their order.
   *
   * @param inFile number of keypoints in the data file
   */
  FaceLabels wanted(FaceLabels labels, int inFile) {
    FaceLabels grown = labels.grownTo(inFile + written.size() + 1);
    List<Integer> order = new ArrayList<>(IntStream.range(0, inFile).boxed().toList());
    for (String name : wanted) {
      int place = written.indexOf(name);
      order.add(inFile + (place < 0 ? written.size() : place));
    }
    return grown.arranged(order);
  }
}
