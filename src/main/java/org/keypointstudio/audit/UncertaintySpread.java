package org.keypointstudio.audit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * How much farther than usual a model errs on a face on which it is not sure. The square of the
 * spread grows evenly with the square of the difference between its answers for the face and for
 * its mirror image; how fast is learned from the medians of ten parts of the faces, which wrong
 * labels hardly move.
 */
final class UncertaintySpread {
  private static final int PARTS = 10;
  private static final int FEWEST_FACES = 200;
  private static final double LEAST_SHARE_OF_CONSTANT = 0.2;
  private static final double MOST = 4;

  private UncertaintySpread() {}

  /**
   * The spread of each face; the median is 1.
   *
   * @param uncertainties how unsure the model is of each face
   * @param residuals of each face; NaN where it is not labelled or not predicted
   */
  static double[] of(double[] uncertainties, List<double[]> residuals) {
    double[] spreads = new double[uncertainties.length];
    Arrays.fill(spreads, 1);
    double[] typical = typicalResiduals(residuals);
    int[] order =
        IntStream.range(0, typical.length)
            .filter(face -> !Double.isNaN(typical[face]))
            .boxed()
            .sorted(Comparator.comparingDouble(face -> uncertainties[face]))
            .mapToInt(Integer::intValue)
            .toArray();
    if (order.length < FEWEST_FACES) {
      return spreads;
    }
    SimpleRegression line = new SimpleRegression();
    for (int part = 0; part < PARTS; part++) {
      int[] faces =
          Arrays.copyOfRange(order, part * order.length / PARTS, (part + 1) * order.length / PARTS);
      double middle = StudentT.median(select(uncertainties, faces));
      double residual = StudentT.median(select(typical, faces));
      line.addData(middle * middle, residual * residual);
    }
    double slope = Math.max(0, line.getSlope());
    double usual = StudentT.median(select(uncertainties, order));
    double median = line.predict(usual * usual);
    double constant = Math.max(median - slope * usual * usual, LEAST_SHARE_OF_CONSTANT * median);
    for (int face : order) {
      double square = constant + slope * uncertainties[face] * uncertainties[face];
      spreads[face] = Math.min(MOST, Math.sqrt(square / (constant + slope * usual * usual)));
    }
    return spreads;
  }

  /** The median of a face's residuals, each divided by what is usual for the coordinate. */
  private static double[] typicalResiduals(List<double[]> residuals) {
    int coordinates = residuals.getFirst().length;
    double[] usual = new double[coordinates];
    for (int c = 0; c < coordinates; c++) {
      int coordinate = c;
      double[] values =
          residuals.stream()
              .mapToDouble(r -> Math.abs(r[coordinate]))
              .filter(v -> v >= 0)
              .toArray();
      usual[c] = values.length == 0 ? 1 : Math.max(1e-6, StudentT.median(values));
    }
    return residuals.stream()
        .mapToDouble(
            r ->
                StudentT.median(
                    IntStream.range(0, coordinates)
                        .mapToDouble(c -> Math.abs(r[c]) / usual[c])
                        .filter(v -> v >= 0)
                        .toArray()))
        .toArray();
  }

  private static double[] select(double[] values, int[] positions) {
    return Arrays.stream(positions).mapToDouble(position -> values[position]).toArray();
  }
}
