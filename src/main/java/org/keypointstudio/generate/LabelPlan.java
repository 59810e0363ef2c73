package org.keypointstudio.generate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.keypointstudio.generate.face.Seeds;
import org.keypointstudio.model.KeypointSchema;

/**
 * Which keypoints each row of a data set has labelled: a plan that is made before any face is
 * drawn.
 */
public final class LabelPlan {
  /** Rows of Kaggle's file, and how many of them carry which labels. */
  static final int KAGGLE_ROWS = 7049;

  static final int KAGGLE_EARLY_ROWS = 2284;
  static final int KAGGLE_COMPLETE_ROWS = 2140;
  private static final int KAGGLE_SHORT_LATE_ROWS = 10;

  private static final List<String> FOUR_POINTS =
      List.of("left_eye_center", "right_eye_center", "nose_tip", "mouth_center_bottom_lip");

  /**
   * How often each keypoint is missing among the first 2,284 rows of Kaggle's file, in the schema's
   * order; the outer ends of the eyebrows are cut off by the picture's border or hidden by hair.
   */
  private static final int[] EARLY_GAPS = {
    10, 13, 13, 17, 16, 16, 14, 59, 14, 48, 0, 15, 14, 9, 23
  };

  private final List<BitSet> rows;

  private LabelPlan(List<BitSet> rows) {
    this.rows = rows;
  }

  /**
   * Makes a plan; the same arguments give the same plan.
   *
   * @param missing which pattern to follow
   * @param rowCount the number of rows
   * @param seed decides which rows get which gaps
   */
  public static LabelPlan of(MissingValues missing, int rowCount, long seed) {
    Random random = new Random(Seeds.mix(seed, 71));
    return switch (missing) {
      case NONE -> new LabelPlan(Collections.nCopies(rowCount, all()));
      case KAGGLE -> {
        int early = share(KAGGLE_EARLY_ROWS, rowCount);
        int late = rowCount - early;
        int complete = share(KAGGLE_COMPLETE_ROWS, rowCount);
        yield plan(early, complete, late, share(KAGGLE_SHORT_LATE_ROWS, rowCount), random);
      }
      case MIXED -> {
        int early = Math.round(rowCount * 0.6f);
        int complete = Math.round(early * 6 / 7f);
        yield plan(early, complete, rowCount - early, (rowCount - early) / 20, random);
      }
    };
  }

  private static int share(int kaggleCount, int rowCount) {
    return (int) Math.round((double) kaggleCount * rowCount / KAGGLE_ROWS);
  }

  private static LabelPlan plan(int early, int complete, int late, int shortLate, Random random) {
    List<BitSet> first = new ArrayList<>(Collections.nCopies(complete, all()));
    first.addAll(withGaps(early - complete, random));
    Collections.shuffle(first, random);
    List<BitSet> last = new ArrayList<>(Collections.nCopies(late - shortLate, fourPoints()));
    BitSet three = fourPoints();
    three.clear(KeypointSchema.kaggle15().indexOf("mouth_center_bottom_lip"));
    last.addAll(Collections.nCopies(shortLate, three));
    Collections.shuffle(last, random);
    first.addAll(last);
    return new LabelPlan(first);
  }

  /**
   * Rows with gaps. The gaps of each keypoint go to consecutive rows, starting where those of the
   * keypoint before ended, so every row gets at least one and many get two or three.
   */
  private static List<BitSet> withGaps(int count, Random random) {
    List<BitSet> incomplete = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      incomplete.add(all());
    }
    int place = 0;
    int kaggleIncomplete = KAGGLE_EARLY_ROWS - KAGGLE_COMPLETE_ROWS;
    double owed = 0;
    for (int keypoint = 0; keypoint < EARLY_GAPS.length; keypoint++) {
      owed += (double) EARLY_GAPS[keypoint] * count / kaggleIncomplete;
      long gaps = Math.round(owed);
      owed -= gaps;
      for (long i = 0; i < gaps; i++) {
        incomplete.get(place++ % count).clear(keypoint);
      }
    }
    Collections.shuffle(incomplete, random);
    return incomplete;
  }

  private static BitSet all() {
    BitSet all = new BitSet();
    all.set(0, KeypointSchema.kaggle15().size());
    return all;
  }

  private static BitSet fourPoints() {
    BitSet four = new BitSet();
    FOUR_POINTS.forEach(name -> four.set(KeypointSchema.kaggle15().indexOf(name)));
    return four;
  }

  /** The number of rows. */
  public int size() {
    return rows.size();
  }

  /** Whether a keypoint of a row is labelled. */
  public boolean isLabelled(int row, int keypoint) {
    return rows.get(row).get(keypoint);
  }

  /** How many keypoints of a row are labelled. */
  public int labelledCount(int row) {
    return rows.get(row).cardinality();
  }
}
