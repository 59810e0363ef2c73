package org.keypointstudio.training;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.KeypointSchema;

/** Tells whether two sets of labels are the same to the last bit. */
public final class LabelFingerprint {
  private LabelFingerprint() {}

  /**
   * SHA-256, in hexadecimal, of the keypoints' names and of every face's coordinates and states.
   *
   * @param annotations one a face, in the data set's order
   */
  public static String of(KeypointSchema schema, List<Annotation> annotations) {
    MessageDigest digest = digest();
    for (String name : schema.keypointNames()) {
      digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
    }
    int keypoints = schema.size();
    ByteBuffer buffer = ByteBuffer.allocate(keypoints * (2 * Double.BYTES + 1));
    for (Annotation annotation : annotations) {
      buffer.clear();
      for (int k = 0; k < keypoints; k++) {
        buffer.putDouble(annotation.x(k)).putDouble(annotation.y(k));
        buffer.put((byte) annotation.visibility(k).name().charAt(0));
      }
      digest.update(buffer.array());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
