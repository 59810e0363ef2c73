package org.keypointstudio.training.loop;

import java.util.List;
import java.util.stream.Stream;
import org.keypointstudio.training.TrainingListener;

/**
 * How far a run has come.
 *
 * @param clock steps and time
 * @param openEpoch what was seen of an epoch that is not over
 * @param epochs what was measured after each whole epoch
 * @param notes sentences that the person who reads the result should know
 */
public record RunProgress(
    ClockReading clock,
    OpenEpoch openEpoch,
    List<TrainingListener.Epoch> epochs,
    List<String> notes) {

  /**
   * Steps and time since the start.
   *
   * @param steps taken
   * @param faces learned from, each as often as it was seen
   * @param seconds that training took
   * @param slowSeconds that the first steps took, which load and compile code
   */
  public record ClockReading(long steps, long faces, double seconds, double slowSeconds) {}

  /**
   * What was seen of an epoch that is not over.
   *
   * @param squaredErrors sum over its labelled coordinates, in square pixels
   * @param coordinates number of them
   * @param faces learned from
   * @param seconds it took
   */
  public record OpenEpoch(double squaredErrors, long coordinates, long faces, double seconds) {
    /** An epoch of which nothing was seen. */
    public static OpenEpoch none() {
      return new OpenEpoch(0, 0, 0, 0);
    }
  }

  /** Copies the lists. */
  public RunProgress {
    epochs = List.copyOf(epochs);
    notes = List.copyOf(notes);
  }

  /** That of a run that begins. */
  static RunProgress none(List<String> notes) {
    return new RunProgress(new ClockReading(0, 0, 0, 0), OpenEpoch.none(), List.of(), notes);
  }

  /** The number of the epoch that was best on the validation faces; 0 before the first. */
  public int bestEpoch() {
    return epochs.stream()
        .filter(TrainingListener.Epoch::best)
        .mapToInt(TrainingListener.Epoch::epoch)
        .max()
        .orElse(0);
  }

  /** The same with another note. */
  RunProgress noting(String sentence) {
    return new RunProgress(
        clock, openEpoch, epochs, Stream.concat(notes.stream(), Stream.of(sentence)).toList());
  }
}
