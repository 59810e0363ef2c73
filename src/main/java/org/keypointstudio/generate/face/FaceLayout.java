package org.keypointstudio.generate.face;

import org.keypointstudio.generate.face.Person.Proportions;
import org.keypointstudio.generate.face.Shot.Expression;

/**
 * Where the features of one face lie in the front view, after its expression: the single source of
 * the sculpted surface, of the paint on it, and of the keypoints. Face space (x, y).
 */
final class FaceLayout {
  /** Half the distance between the eyes: the unit of face space is the whole distance. */
  static final double EYE_X = 0.5;

  static final double EYEBALL_RADIUS = 0.2;
  static final double IRIS_RADIUS = 0.1;

  final double eyeHalfWidth;
  final double upperLid;
  final double lowerLid;
  final double eyeSlant;
  final double gazeX;
  final double gazeY;
  final double browInnerX;
  final double browInnerY;
  final double browOuterX;
  final double browOuterY;
  final double browArch;
  final double noseTipY;
  final double mouthY;
  final double mouthHalfWidth;
  final double cornerLift;
  final double mouthRise;
  final double mouthDrop;
  final double upperLipHeight;
  final double lowerLipHeight;
  final double chinY;
  final double smile;
  final double asymmetry;

  FaceLayout(Proportions proportions, Expression expression) {
    smile = expression.smile();
    double open = expression.mouthOpen();
    double raise = expression.browRaise();
    double grin = Math.max(smile, 0);
    asymmetry = proportions.asymmetry();

    eyeHalfWidth = proportions.eyeHalfWidth();
    double squint = 1 - 0.22 * grin - 0.12 * Math.max(-raise, 0);
    double lids = expression.lids() * squint;
    lowerLid = proportions.eyeOpening() * (0.62 - 0.25 * grin);
    upperLid = Smooth.mix(-lowerLid, proportions.eyeOpening(), lids);
    eyeSlant = proportions.eyeSlant();
    gazeX = 0.075 * expression.gazeX();
    gazeY = 0.03 * expression.gazeY() - 0.04 * Math.max(0.5 - lids, 0);

    browInnerX = 0.2 + 0.02 * raise;
    browInnerY = proportions.browHeight() + (raise > 0 ? 0.08 : 0.05) * raise;
    browOuterX = 0.84;
    browOuterY = proportions.browHeight() - 0.01 + 0.04 * Math.max(raise, 0) + 0.4 * eyeSlant;
    browArch = proportions.browArch() + 0.02 * raise;

    noseTipY = -proportions.noseLength() + 0.015 * grin;
    mouthY = -proportions.mouthLevel() + 0.03 * grin;
    mouthHalfWidth = proportions.mouthHalfWidth() + 0.085 * grin - 0.1 * open * (1 - grin);
    cornerLift = 0.06 * smile - 0.25 * open;
    mouthRise = 0.2 * open;
    mouthDrop = 0.8 * open;
    double thin = 1 - 0.2 * grin - 0.2 * open;
    upperLipHeight = proportions.upperLip() * thin;
    lowerLipHeight = proportions.lowerLip() * thin;
    chinY = -proportions.chin() - 0.55 * open;
  }

  /** Height of the upper lid over the eye's centre line; {@code q} is −1 inside to 1 outside. */
  double upperLidAt(double q) {
    double c = Math.max(1 - q * q, 0);
    return upperLid * c * (1.22 - 0.22 * c) * (1 - 0.14 * q) + eyeSlant * q;
  }

  /** Height of the lower lid, negative; {@code q} is −1 inside to 1 outside. */
  double lowerLidAt(double q) {
    double c = Math.max(1 - q * q, 0);
    return -lowerLid * c * (1 + 0.18 * q) + eyeSlant * q;
  }

  /** Height of the middle line of an eyebrow at a distance {@code x} from the face's middle. */
  double browAt(double x) {
    double t = (x - browInnerX) / (browOuterX - browInnerX);
    double arch = 4 * t * (1 - t) * (0.75 + 0.5 * t);
    return Smooth.mix(browInnerY, browOuterY, t) + browArch * arch;
  }

  /** Height of the line at which the lips part. */
  double seamAt(double x) {
    double q = Math.min(Math.abs(x) / mouthHalfWidth, 1.15);
    double bow = 0.012 * (Smooth.bell(x, 0, 0.2, 1) - 0.6 * Smooth.bell(q - 0.45, 0, 0.4, 1));
    return mouthY + cornerLift * q * q + asymmetry * 0.02 * x - bow;
  }

  /** How open the lips are at a place, 0 at and beyond the corners to 1 in the middle. */
  double lipProfile(double x) {
    double q = x / mouthHalfWidth;
    double c = Math.max(1 - q * q, 0);
    return c * (1.3 - 0.3 * c);
  }

  /** Lower border of the upper lip. */
  double upperInnerAt(double x) {
    return seamAt(x) + mouthRise * lipProfile(x);
  }

  /** Upper border of the lower lip. */
  double lowerInnerAt(double x) {
    return seamAt(x) - mouthDrop * lipProfile(x);
  }

  /** Upper border of the upper lip, with the dip of Cupid's bow. */
  double upperOuterAt(double x) {
    double dip = 1 - 0.2 * Smooth.bell(x, 0, 0.13, 1);
    return upperInnerAt(x) + upperLipHeight * lipProfile(x) * dip;
  }

  /** Lower border of the lower lip. */
  double lowerOuterAt(double x) {
    return lowerInnerAt(x) - lowerLipHeight * lipProfile(x * 1.06);
  }

  /** Distance of the nasolabial fold from the face's middle at a height. */
  double foldAt(double y) {
    double t = Math.clamp((noseTipY - y) / (noseTipY - mouthY + 0.1), -0.3, 1.4);
    return 0.3 + 0.24 * t + 0.06 * smile * t;
  }
}
