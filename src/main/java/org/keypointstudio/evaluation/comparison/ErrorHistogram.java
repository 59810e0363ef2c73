package org.keypointstudio.evaluation.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many faces have which error: RMSE of a face, in pixels, in bins of equal width that all
 * models share. The last bin takes everything above, too.
 *
 * @param binWidth in pixels
 * @param counts one list a model, one number a bin
 */
public record ErrorHistogram(double binWidth, List<List<Integer>> counts) {
  private static final int BINS = 20;
  private static final double[] ROUND_WIDTHS = {1, 2, 2.5, 5, 10};
  private static final double COVERED = 0.98;

  /** Copies the lists. */
  public ErrorHistogram {
    counts = counts.stream().map(List::copyOf).toList();
  }

  /** Counts faces. */
  static ErrorHistogram of(List<List<FaceScore>> scores) {
    double[] errors =
        scores.stream().flatMap(List::stream).mapToDouble(FaceScore::rmse).sorted().toArray();
    double width = roundedUp(errors[(int) (COVERED * (errors.length - 1))] / BINS);
    List<List<Integer>> counts = new ArrayList<>();
    for (List<FaceScore> model : scores) {
      int[] bins = new int[BINS + 1];
      model.forEach(face -> bins[bin(face.rmse(), width)]++);
      counts.add(Arrays.stream(bins).boxed().toList());
    }
    return new ErrorHistogram(width, counts);
  }

  private static double roundedUp(double width) {
    if (width <= 0) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(width)));
    for (double round : ROUND_WIDTHS) {
      if (round * power >= width) {
        return round * power;
      }
    }
    return width;
  }

  private static int bin(double error, double width) {
    return (int) Math.min(BINS, Math.floor(error / width));
  }

  /** The bin of an error. */
  public int binOf(double rmse) {
    return bin(rmse, binWidth);
  }

  /** The number of bins, the open one included. */
  public int bins() {
    return BINS + 1;
  }
}
