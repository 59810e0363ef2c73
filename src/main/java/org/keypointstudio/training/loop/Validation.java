package org.keypointstudio.training.loop;

import org.keypointstudio.training.network.InferenceNetwork;

/** Judges a network by faces that it does not learn from. */
final class Validation {
  private final EncodedFaces faces;
  private final Batch batch;
  private final int batchSize;
  private final float[] outputs;

  Validation(EncodedFaces faces, Batch batch, int batchSize) {
    this.faces = faces;
    this.batch = batch;
    this.batchSize = batchSize;
    outputs = new float[batchSize * faces.coordinateCount()];
  }

  /** RMSE over the labelled coordinates, in pixels of the faces' own images. */
  double rmse(InferenceNetwork network) {
    SquaredErrors errors = new SquaredErrors();
    for (int first = 0; first < faces.size(); first += batchSize) {
      int count = Math.min(faces.size() - first, batchSize);
      batch.begin(count);
      for (int place = 0; place < count; place++) {
        batch.set(place, faces, first + place);
      }
      network.predict(batch.images(), batch.size(), outputs);
      batch.addErrorsTo(errors, outputs);
    }
    return errors.rootMean();
  }
}
