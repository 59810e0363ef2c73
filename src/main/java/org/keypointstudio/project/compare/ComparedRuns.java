package org.keypointstudio.project.compare;

import java.util.List;
import org.keypointstudio.evaluation.comparison.ComparisonInput;
import org.keypointstudio.evaluation.comparison.ModelComparison;

/**
 * A comparison with all that was compared.
 *
 * @param input labels and predictions
 * @param comparison what came out
 * @param notes sentences that the person who reads the figures should know
 */
public record ComparedRuns(ComparisonInput input, ModelComparison comparison, List<String> notes) {

  /** Copies the list. */
  public ComparedRuns {
    notes = List.copyOf(notes);
  }
}
