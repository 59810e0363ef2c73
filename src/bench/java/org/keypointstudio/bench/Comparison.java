package org.keypointstudio.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Measures one network after the other, all contestants in turns. */
final class Comparison {
  private final List<ContestantProcess> processes;
  private final int rounds;
  private final double seconds;

  /**
   * A comparison.
   *
   * @param rounds turns that each contestant gets at each measure
   * @param seconds length of a turn
   */
  Comparison(List<ContestantProcess> processes, int rounds, double seconds) {
    this.processes = processes;
    this.rounds = rounds;
    this.seconds = seconds;
  }

  /**
   * What was measured of one network.
   *
   * @param times by measure and contestant
   * @param difference the largest difference between the program's outputs and another's
   */
  record Result(Subject subject, Map<Measure, Map<Contestant, Timings>> times, double difference) {

    double milliseconds(Measure measure, Contestant contestant) {
      return times.get(measure).get(contestant).median();
    }

    /** How many times as fast the program is. */
    double ratio(Measure measure, Contestant to) {
      return milliseconds(measure, to) / milliseconds(measure, Contestant.OURS);
    }
  }

  Result measure(Subject subject) throws IOException {
    double difference = prepare(subject);
    Map<Measure, Map<Contestant, Timings>> times = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      Map<Contestant, Timings> byContestant = new EnumMap<>(Contestant.class);
      for (int round = -1; round < rounds; round++) {
        for (ContestantProcess process : processes) {
          double milliseconds = process.milliseconds(measure, seconds);
          if (round >= 0) {
            byContestant
                .computeIfAbsent(process.contestant(), _ -> new Timings())
                .add(milliseconds);
          }
        }
      }
      times.put(measure, byContestant);
    }
    return new Result(subject, times, difference);
  }

  private double prepare(Subject subject) throws IOException {
    List<float[]> outputs = new ArrayList<>();
    for (ContestantProcess process : processes) {
      outputs.add(process.prepare(subject));
    }
    double difference = 0;
    for (float[] others : outputs) {
      difference =
          Math.max(difference, ContestantProcess.largestDifference(outputs.getFirst(), others));
    }
    if (!(difference < 1e-3)) {
      throw new IOException(
          "The contestants disagree about %s by %s".formatted(subject.id(), difference));
    }
    return difference;
  }
}
