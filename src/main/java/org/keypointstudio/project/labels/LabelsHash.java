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

  /** Steps a pixel. */
  private static final double GRID = 1024;

  private LabelsHash() {}

  /**
   * 16 hexadecimal digits for the coordinates of one face: the head of the SHA-256 of the
   * coordinates, each rounded to the nearest 1/1024 pixel. Formats that count in percent, or from
   * another corner than the face's, give back coordinates that differ in their last bits.
   */
  public static String of(Annotation face) {
    MessageDigest digest = sha256();
    add(digest, face, GRID);
    return head(digest);
  }

  /** Whether digits are those of a face, be its coordinates rounded or not. */
  static boolean isOf(Annotation face, String digits) {
    if (of(face).equals(digits)) {
      return true;
    }
    MessageDigest exact = sha256();
    add(exact, face);
    return head(exact).equals(digits);
  }

  private static String head(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest(), 0, FACE_BYTES);
  }

  /** SHA-256 of the coordinates of all faces in their order, in hexadecimal. */
  public static String of(List<FaceLabels> faces) {
    MessageDigest digest = sha256();
    faces.forEach(face -> add(digest, face.annotation()));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, Annotation face, double grid) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * Double.BYTES * face.size());
    for (int keypoint = 0; keypoint < face.size(); keypoint++) {
      bytes.putDouble(Math.rint(face.x(keypoint) * grid) / grid + 0.0);
      bytes.putDouble(Math.rint(face.y(keypoint) * grid) / grid + 0.0);
    }
    digest.update(bytes.array());
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
