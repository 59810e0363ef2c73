package org.keypointstudio.edit;

import java.util.List;
import org.keypointstudio.model.KeypointSchema;

/**
 * Several faces change in one undo step.
 *
 * @param steps what becomes of each face, in the order in which it does
 * @param text what was done, for the history: "Accept 120 ghosts"
 */
public record BatchChange(List<FaceChange> steps, String text) implements Change {

  /** Takes a copy of the steps, without those that change nothing. */
  public BatchChange {
    steps = steps.stream().filter(step -> !step.isIdentity()).toList();
  }

  @Override
  public BatchChange inverse() {
    return new BatchChange(steps.reversed().stream().map(FaceChange::inverse).toList(), text);
  }

  @Override
  public String describe(KeypointSchema schema) {
    return text;
  }

  @Override
  public boolean isIdentity() {
    return steps.isEmpty();
  }
}
