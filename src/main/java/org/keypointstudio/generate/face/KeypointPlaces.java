package org.keypointstudio.generate.face;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;

/** Where the 15 keypoints of one head are: on its surface, in face space. */
final class KeypointPlaces {
  private static final double DECIMALS = 10_000;

  private final Map<String, double[]> places = new HashMap<>();

  KeypointPlaces(FaceLayout layout, HeadMesh head) {
    double half = layout.eyeHalfWidth;
    for (int side = -1; side <= 1; side += 2) {
      String name = side > 0 ? "left_" : "right_";
      double gazeX = side * FaceLayout.EYE_X + layout.gazeX;
      put(name + "eye_center", gazeX, layout.gazeY + 0.008, head);
      double inner = side * (FaceLayout.EYE_X - half);
      double outer = side * (FaceLayout.EYE_X + half);
      put(name + "eye_inner_corner", inner, layout.upperLidAt(-1), head);
      put(name + "eye_outer_corner", outer, layout.upperLidAt(1), head);
      double lift = layout.asymmetry * 0.02 * side;
      double browIn = layout.browInnerX;
      double browOut = layout.browOuterX;
      put(name + "eyebrow_inner_end", side * browIn, layout.browAt(browIn) + lift, head);
      put(name + "eyebrow_outer_end", side * browOut, layout.browAt(browOut) + lift, head);
      double corner = side * layout.mouthHalfWidth;
      put("mouth_" + name + "corner", corner, layout.seamAt(corner), head);
    }
    put("nose_tip", 0, layout.noseTipY, head);
    put("mouth_center_top_lip", 0, layout.upperOuterAt(0), head);
    put("mouth_center_bottom_lip", 0, layout.lowerOuterAt(0), head);
  }

  private void put(String name, double x, double y, HeadMesh head) {
    places.put(name, new double[] {x, y, head.depthAt(x, y)});
  }

  private double[] pixel(String name, Rotation turn, Camera camera) {
    double[] place = places.get(name);
    if (place == null) {
      throw new IllegalArgumentException("The renderer knows no keypoint " + name);
    }
    double depth = turn.viewZ(place[0], place[1], place[2]);
    return new double[] {
      camera.pixelX(turn.viewX(place[0], place[1], place[2]), depth),
      camera.pixelY(turn.viewY(place[0], place[1], place[2]), depth)
    };
  }

  /** The middle of the features in pixels: between the eyes and the mouth. */
  double[] middle(Rotation turn, Camera camera) {
    double[] leftEye = pixel("left_eye_center", turn, camera);
    double[] rightEye = pixel("right_eye_center", turn, camera);
    double[] lip = pixel("mouth_center_top_lip", turn, camera);
    return new double[] {
      (leftEye[0] + rightEye[0]) / 4 + lip[0] / 2, (leftEye[1] + rightEye[1]) / 4 + lip[1] / 2
    };
  }

  /** All keypoints of a schema in pixel indices, to four decimals. */
  Annotation project(KeypointSchema schema, Rotation turn, Camera camera) {
    List<Keypoint> keypoints = new ArrayList<>();
    for (String name : schema.keypointNames()) {
      double[] pixel = pixel(name, turn, camera);
      keypoints.add(Keypoint.visible(round(pixel[0]), round(pixel[1])));
    }
    return Annotation.of(keypoints);
  }

  private static double round(double value) {
    return Math.rint(value * DECIMALS) / DECIMALS;
  }
}
