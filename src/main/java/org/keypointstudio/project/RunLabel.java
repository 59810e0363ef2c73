package org.keypointstudio.project;

/**
 * What a person says about a run.
 *
 * @param name what they call it; empty if they left its name alone
 * @param notes what they wrote down about it
 * @param usedForPredictions whether they chose it as the model whose predictions are looked at
 */
public record RunLabel(String name, String notes, boolean usedForPredictions) {

  /** A run of which nobody said anything. */
  public static RunLabel none() {
    return new RunLabel("", "", false);
  }

  /** The same under another name. */
  public RunLabel withName(String newName) {
    return new RunLabel(newName, notes, usedForPredictions);
  }

  /** The same with other notes. */
  public RunLabel withNotes(String newNotes) {
    return new RunLabel(name, newNotes, usedForPredictions);
  }

  /** The same, chosen for predictions or not. */
  public RunLabel withUsedForPredictions(boolean used) {
    return new RunLabel(name, notes, used);
  }
}
