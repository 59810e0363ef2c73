package org.keypointstudio.backend.dl4j;

import java.util.List;
import org.keypointstudio.training.network.LayerSpec;

/** The largest value of each square. */
final class PoolingStep implements Step {
  private final NativeOperation forward;
  private final NativeOperation backward;

  PoolingStep(LayerSpec.MaxPooling spec, Flow in, Flow out) {
    var window = new NativeOperation.Window(spec.size(), spec.size(), false, true);
    forward =
        NativeOperation.onImages("maxpool2d", List.of(in.values()), List.of(out.values()), window);
    backward =
        NativeOperation.onImages(
            "maxpool2d_bp", List.of(in.values(), out.gradients()), List.of(in.gradients()), window);
  }

  @Override
  public void forward() {
    forward.run();
  }

  @Override
  public void backward() {
    backward.run();
  }
}
