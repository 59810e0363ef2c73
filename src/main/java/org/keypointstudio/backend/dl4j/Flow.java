package org.keypointstudio.backend.dl4j;

import java.lang.foreign.MemorySegment;
import org.keypointstudio.training.network.LayerShape;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What flows between two layers for a batch: values forwards, gradients backwards.
 *
 * @param shape of one face's values
 * @param faces in the batch
 * @param valueTensor memory of the values, which may have room for more faces
 * @param gradientTensor memory of the gradients
 */
record Flow(LayerShape shape, int faces, Tensor valueTensor, Tensor gradientTensor) {

  /** Values as (faces, rows, columns, channels). */
  INDArray values() {
    return valueTensor.view(0, faces, shape.height(), shape.width(), shape.channels());
  }

  /** Gradients as (faces, rows, columns, channels). */
  INDArray gradients() {
    return gradientTensor.view(0, faces, shape.height(), shape.width(), shape.channels());
  }

  /** Values as a matrix with one row a face. */
  INDArray valueRows() {
    return valueTensor.view(0, faces, shape.size());
  }

  /** Gradients as a matrix with one row a face. */
  INDArray gradientRows() {
    return gradientTensor.view(0, faces, shape.size());
  }

  /** Values for our own loops. */
  MemorySegment valueSegment() {
    return valueTensor.segment();
  }

  /** Gradients for our own loops. */
  MemorySegment gradientSegment() {
    return gradientTensor.segment();
  }

  /** The number of values. */
  long length() {
    return (long) faces * shape.size();
  }
}
