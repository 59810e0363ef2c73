package org.keypointstudio.dataset.format.coco;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.dataset.format.json.JsonFiles;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Visibility;

/** One annotation as COCO writes it. */
final class CocoInstance {
  private CocoInstance() {}

  /**
   * A new annotation.
   *
   * @param positions for each keypoint in the file's order its index in the schema
   */
  static ObjectNode of(
      AnnotatedFace face, long id, long imageId, long categoryId, List<Integer> positions) {
    FaceBox box = face.anyBox().orElse(new FaceBox(0, 0, 1, 1));
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", id).put("image_id", imageId).put("category_id", categoryId).put("iscrowd", 0);
    ArrayNode bbox = node.putArray("bbox");
    for (double side : new double[] {box.left(), box.top(), box.width(), box.height()}) {
      bbox.add(JsonFiles.number(side));
    }
    node.set("area", JsonFiles.number(box.width() * box.height()));
    putKeypoints(node, Annotation.unlabelled(positions.size()), face.annotation(), positions);
    return node;
  }

  /**
   * Puts the keypoints that changed; the text of the others stays.
   *
   * @param before what the node holds, if it holds keypoints
   */
  static void putKeypoints(
      ObjectNode node, Annotation before, Annotation after, List<Integer> positions) {
    boolean isNew = node.path(CocoReader.KEYPOINTS).size() != 3 * positions.size();
    ArrayNode numbers =
        isNew ? node.putArray(CocoReader.KEYPOINTS) : (ArrayNode) node.get(CocoReader.KEYPOINTS);
    for (int i = 0; i < positions.size(); i++) {
      Keypoint keypoint = after.keypoint(positions.get(i));
      if (isNew) {
        numbers.add(0).add(0).add(0);
      }
      if (isNew || !keypoint.equals(before.keypoint(positions.get(i)))) {
        numbers.set(3 * i, JsonFiles.number(keypoint.isPlaced() ? keypoint.x() : 0));
        numbers.set(3 * i + 1, JsonFiles.number(keypoint.isPlaced() ? keypoint.y() : 0));
        numbers.set(3 * i + 2, flag(keypoint.visibility()));
      }
    }
    node.put("num_keypoints", after.placedCount());
  }

  private static int flag(Visibility visibility) {
    return switch (visibility) {
      case UNLABELLED, ABSENT -> 0;
      case OCCLUDED -> 1;
      case VISIBLE -> 2;
    };
  }
}
