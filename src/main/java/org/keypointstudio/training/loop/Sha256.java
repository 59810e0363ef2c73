package org.keypointstudio.training.loop;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.keypointstudio.training.LabelFingerprint;
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
    return LabelFingerprint.of(faces.schema(), faces.annotations());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
