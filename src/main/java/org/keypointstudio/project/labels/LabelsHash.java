package org.keypointstudio.project.labels;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;

/** Tells by their coordinates, which every format carries, whether labels are the same. */
public final class LabelsHash {
  private static final int FACE_BYTES = 8;

  private LabelsHash() {}

  /** 16 hexadecimal digits for the coordinates of one face: the head of their SHA-256. */
  public static String of(Annotation face) {
    MessageDigest digest = sha256();
    add(digest, face);
    return HexFormat.of().formatHex(digest.digest(), 0, FACE_BYTES);
  }

  /** SHA-256 of the coordinates of all faces in their order, in hexadecimal. */
  public static String of(List<FaceLabels> faces) {
    MessageDigest digest = sha256();
    faces.forEach(face -> add(digest, face.annotation()));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, Annotation face) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * Double.BYTES * face.size());
    for (int keypoint = 0; keypoint < face.size(); keypoint++) {
      // Minus zero is zero in a file; a keypoint without a place is NaN, of which there is one.
      bytes.putDouble(face.x(keypoint) + 0.0).putDouble(face.y(keypoint) + 0.0);
    }
    digest.update(bytes.array());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
