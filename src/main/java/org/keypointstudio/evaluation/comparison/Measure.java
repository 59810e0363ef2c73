package org.keypointstudio.evaluation.comparison;

import org.keypointstudio.evaluation.ErrorDistribution;

/**
 * A figure by which models are compared. Each is a ratio of two sums over faces, {@code finish}ed
 * by a square root or not at all, so that resampling faces is resampling sums.
 */
public enum Measure {
  /** √(Σ(ŷ−y)²/n) over the labelled scalar coordinates: Kaggle's score. */
  RMSE("rmse", "RMSE", Unit.PIXELS, true),
  /** Mean over faces of mean distance divided by inter-ocular distance. */
  NME("nme", "NME", Unit.SHARE, true),
  /** Share of keypoints at most 0.1 inter-ocular distances away (Yang and Ramanan, 2013). */
  PCK("pck", "PCK@0.1", Unit.SHARE, false),
  /** Mean object keypoint similarity (Lin et al., 2014). */
  OKS("oks", "OKS", Unit.NUMBER, false),
  /** Area under the cumulative error distribution up to 0.08, divided by 0.08. */
  AUC("auc", "AUC@0.08", Unit.NUMBER, false),
  /** Share of faces with an NME above 0.08. */
  FAILURE_RATE("failureRate", "Failures", Unit.SHARE, true);

  /** How a figure is written. */
  public enum Unit {
    /** Pixels of the image. */
    PIXELS,
    /** 0 to 1, written as a percentage. */
    SHARE,
    /** 0 to 1, written as it is. */
    NUMBER
  }

  /** α of PCK: the largest distance of a correct keypoint, in inter-ocular distances. */
  public static final double PCK_ALPHA = 0.1;

  /**
   * Twice COCO's standard deviation of the eyes, 0.025: how far annotators differ, in parts of the
   * object's scale. COCO has no other keypoint on the face but the nose, whose 0.026 is close.
   */
  public static final double OKS_FALLOFF = 0.05;

  /** The side of a face's box, in inter-ocular distances; its square stands for COCO's area. */
  public static final double OKS_SCALE = 2;

  private final String id;
  private final String title;
  private final Unit unit;
  private final boolean smallerIsBetter;

  Measure(String id, String title, Unit unit, boolean smallerIsBetter) {
    this.id = id;
    this.title = title;
    this.unit = unit;
    this.smallerIsBetter = smallerIsBetter;
  }

  /** Its name in files. */
  public String id() {
    return id;
  }

  /** Its name for people. */
  public String title() {
    return title;
  }

  /** How it is written. */
  public Unit unit() {
    return unit;
  }

  /** Whether the better model has the smaller figure. */
  public boolean smallerIsBetter() {
    return smallerIsBetter;
  }

  /** Whether a face counts. */
  boolean counts(FaceScore face) {
    return this == RMSE || face.isNormalised();
  }

  /** What a face that counts adds to the upper sum. */
  double numerator(FaceScore face) {
    double threshold = ErrorDistribution.CUSTOMARY_THRESHOLD;
    return switch (this) {
      case RMSE -> face.squares();
      case NME -> face.nme();
      case PCK -> face.correct();
      case OKS -> face.similarity();
      case AUC -> Math.max(0, threshold - face.nme()) / threshold;
      case FAILURE_RATE -> face.nme() > threshold ? 1 : 0;
    };
  }

  /** What a face that counts adds to the lower sum. */
  double denominator(FaceScore face) {
    return switch (this) {
      case RMSE -> 2.0 * face.keypoints();
      case PCK -> face.keypoints();
      case NME, OKS, AUC, FAILURE_RATE -> 1;
    };
  }

  /** The figure of a ratio of sums. */
  double finish(double ratio) {
    return this == RMSE ? Math.sqrt(ratio) : ratio;
  }

  /** exp(−d²/(2 s² κ²)), COCO's similarity of one keypoint, with s = 2 inter-ocular distances. */
  static double similarity(double distance, double interOcular) {
    double spread = OKS_SCALE * interOcular * OKS_FALLOFF;
    return Math.exp(-distance * distance / (2 * spread * spread));
  }
}
