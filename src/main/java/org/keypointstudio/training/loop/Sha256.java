package org.keypointstudio.training.loop;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.training.TrainingFaces;

/** Fingerprints of pixels and labels. */
final class Sha256 {
  private Sha256() {}

  /** SHA-256 of bytes, in hexadecimal. */
  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  /** SHA-256 of the keypoints' names and of every face's coordinates and states. */
  static String ofLabels(TrainingFaces faces) {
    MessageDigest digest = digest();
    for (String name : faces.schema().keypointNames()) {
      digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
    }
    int keypoints = faces.schema().size();
    ByteBuffer buffer = ByteBuffer.allocate(keypoints * (2 * Double.BYTES + 1));
    for (Annotation annotation : faces.annotations()) {
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
