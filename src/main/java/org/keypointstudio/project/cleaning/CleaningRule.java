package org.keypointstudio.project.cleaning;

/**
 * One thing to look for in a data set, and what to do where it is found. A face that an earlier
 * rule excluded is not looked at any more.
 */
public sealed interface CleaningRule {

  /** What is looked for and what is done, for the person: "no points: exclude". */
  String describe();

  /** An image that is missing or damaged: the face is excluded. */
  record UnreadableImage() implements CleaningRule {
    @Override
    public String describe() {
      return "unreadable image: exclude";
    }
  }

  /**
   * A face with too few placed keypoints: it is excluded.
   *
   * @param least how many it must have, at least 1
   */
  record FewPoints(int least) implements CleaningRule {

    /**
     * @throws IllegalArgumentException if no face could have too few
     */
    public FewPoints {
      if (least < 1) {
        throw new IllegalArgumentException(
            "a face cannot have fewer than %d points".formatted(least));
      }
    }

    @Override
    public String describe() {
      return least == 1 ? "no points: exclude" : "fewer than %d points: exclude".formatted(least);
    }
  }

  /**
   * A keypoint that lies outside its image.
   *
   * @param margin how far beyond the edge of the outermost pixels it may lie, in pixels, at least 0
   * @param repair what is done about it
   */
  record PointsOutside(double margin, Repair repair) implements CleaningRule {

    /**
     * @throws IllegalArgumentException if the margin is negative or no number
     */
    public PointsOutside {
      if (!(margin >= 0) || Double.isInfinite(margin)) {
        throw new IllegalArgumentException("the margin is %s".formatted(margin));
      }
    }

    @Override
    public String describe() {
      return "points outside the image: " + repair.text();
    }
  }

  /** Rows with the same pixels and the same keypoints: all but the first are excluded. */
  record IdenticalRows() implements CleaningRule {
    @Override
    public String describe() {
      return "identical rows: keep first";
    }
  }

  /**
   * Rows with the same pixels of which the keypoints differ: one row is kept and the others are
   * excluded.
   *
   * @param tolerance keypoints that are no farther apart do not differ, in pixels, at least 0
   * @param resolution which keypoints the kept row has
   */
  record DifferingDuplicates(double tolerance, Resolution resolution) implements CleaningRule {

    /**
     * @throws IllegalArgumentException if the tolerance is negative or no number
     */
    public DifferingDuplicates {
      if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
        throw new IllegalArgumentException("the tolerance is %s".formatted(tolerance));
      }
    }

    @Override
    public String describe() {
      return "duplicates with differing labels: " + resolution.text();
    }
  }

  /** What becomes of a keypoint outside its image. */
  enum Repair {
    /** Nobody has said where it is. */
    CLEAR("clear"),
    /** It moves to the nearest place in the image. */
    CLAMP("clamp"),
    /** It is known not to be in the image. */
    MARK_ABSENT("mark absent"),
    /** The whole face is excluded. */
    EXCLUDE("exclude");

    private final String text;

    Repair(String text) {
      this.text = text;
    }

    /** As rules write it. */
    public String text() {
      return text;
    }
  }

  /** Which of several differing labels of one image holds. */
  enum Resolution {
    /** The first row's. */
    KEEP_FIRST("keep first"),
    /** Those of the row with the most placed keypoints, the first of them. */
    KEEP_MOST_COMPLETE("keep most complete"),
    /** For each keypoint the mean of the rows that place it; the first row has them. */
    AVERAGE("average"),
    /** A person chooses by the picture. */
    CHOOSE("choose");

    private final String text;

    Resolution(String text) {
      this.text = text;
    }

    /** As rules write it. */
    public String text() {
      return text;
    }
  }
}
