package org.keypointstudio.ui.train;

import org.keypointstudio.training.TrainingListener;
import org.keypointstudio.ui.chart.Curve;

/** The error of one run as it falls: RMSE in pixels over epochs, which may be fractions. */
public final class RunCurves {
  /** How much of the mean a new batch makes up once there are many. */
  private static final double WEIGHT_OF_A_BATCH = 0.03;

  private final Curve batches = new Curve();
  private final Curve smoothedBatches = new Curve();
  private final Curve training = new Curve();
  private final Curve validation = new Curve();
  private double batchesPerEpoch = 1;
  private double mean;
  private int bestIndex = -1;

  void start(TrainingListener.Start start) {
    batchesPerEpoch = Math.max(1, start.batchesPerEpoch());
  }

  void add(TrainingListener.Batch batch) {
    double x = batch.step() / batchesPerEpoch;
    batches.add(x, batch.rmse());
    // The first batches are averaged evenly, so that the mean does not drag the first one along.
    double weight = Math.max(WEIGHT_OF_A_BATCH, 1.0 / batches.size());
    mean += weight * (batch.rmse() - mean);
    smoothedBatches.add(x, mean);
  }

  void add(TrainingListener.Epoch epoch) {
    if (batches.isEmpty()) {
      batchesPerEpoch = Math.max(1, (double) epoch.step() / epoch.epoch());
    }
    training.add(epoch.epoch(), epoch.trainingRmse());
    validation.add(epoch.epoch(), epoch.validationRmse());
    if (epoch.best()) {
      bestIndex = validation.size() - 1;
    }
  }

  /** Error of each batch. */
  public Curve batches() {
    return batches;
  }

  /** The running mean of the batches' error. */
  public Curve smoothedBatches() {
    return smoothedBatches;
  }

  /** Error on the training faces, over each epoch. */
  public Curve training() {
    return training;
  }

  /** Error on the validation faces, after each epoch. */
  public Curve validation() {
    return validation;
  }

  /** Which point of {@link #validation} belongs to the weights that are kept; −1 if none. */
  public int bestIndex() {
    return bestIndex;
  }

  /** How many steps an epoch has: what turns epochs into steps. */
  public double batchesPerEpoch() {
    return batchesPerEpoch;
  }
}
