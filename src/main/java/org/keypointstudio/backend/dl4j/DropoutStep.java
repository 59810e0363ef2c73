package org.keypointstudio.backend.dl4j;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;

/**
 * Leaves values out at random while the network learns, in place; the others grow so that the sum
 * stays as large on average (Srivastava et al. 2014, "Dropout"). Which ones depends on the seed,
 * the layer and the number of steps alone, so a run that is resumed leaves out the same ones.
 */
final class DropoutStep implements Step {
  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;

  /** Any odd number will do that is not the one by which the generator itself goes on. */
  private static final long STRIDE = 0xd1342543de82ef95L;

  private final Flow flow;
  private final double rate;
  private final int layer;
  private final Pass pass;
  private final float[] factors;

  DropoutStep(Flow flow, double rate, int layer, Pass pass) {
    this.flow = flow;
    this.rate = rate;
    this.layer = layer;
    this.pass = pass;
    factors = new float[Math.toIntExact(flow.length())];
  }

  @Override
  public void forward() {
    if (pass.isLearning()) {
      draw();
      multiply(flow.valueSegment());
    }
  }

  @Override
  public void backward() {
    multiply(flow.gradientSegment());
  }

  private void draw() {
    SplittableRandom random = new SplittableRandom(pass.seed() + layer + STRIDE * pass.number());
    float grown = (float) (1 / (1 - rate));
    for (int i = 0; i < factors.length; i++) {
      factors[i] = random.nextDouble() < rate ? 0 : grown;
    }
  }

  private void multiply(MemorySegment values) {
    for (int i = 0; i < factors.length; i++) {
      values.setAtIndex(FLOAT, i, values.getAtIndex(FLOAT, i) * factors[i]);
    }
  }
}
