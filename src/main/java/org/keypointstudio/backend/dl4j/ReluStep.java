package org.keypointstudio.backend.dl4j;

/** The rectifier, in place. */
final class ReluStep implements Step {
  private final Flow flow;

  ReluStep(Flow flow) {
    this.flow = flow;
  }

  @Override
  public void forward() {
    Loops.rectify(flow.valueSegment(), flow.length());
  }

  @Override
  public void backward() {
    Loops.maskByRectified(flow.gradientSegment(), flow.valueSegment(), flow.length());
  }
}
