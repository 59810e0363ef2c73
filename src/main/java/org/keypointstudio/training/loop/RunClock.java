package org.keypointstudio.training.loop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.keypointstudio.training.loop.RunProgress.ClockReading;

/** How far a run is: by epochs or by time, whichever ends it first. */
final class RunClock {
  private static final double RATE_WINDOW_SECONDS = 5;

  /** The first steps load and compile code, so they say little about the later ones. */
  private static final int SLOW_STEPS = 5;

  private final LongSupplier nanoTime;
  private final long startNanos;
  private final double maxSeconds;
  private final long maxSteps;
  private final Deque<Mark> marks = new ArrayDeque<>();
  private long faces;
  private long steps;
  private double secondsOfSlowSteps;

  private record Mark(double seconds, long faces) {}

  /** A clock that starts. */
  RunClock(LongSupplier nanoTime, double maxSeconds, long maxSteps) {
    this(nanoTime, maxSeconds, maxSteps, new ClockReading(0, 0, 0, 0));
  }

  /** A clock that goes on from a reading. */
  RunClock(LongSupplier nanoTime, double maxSeconds, long maxSteps, ClockReading reading) {
    this.nanoTime = nanoTime;
    this.maxSeconds = maxSeconds;
    this.maxSteps = maxSteps;
    steps = reading.steps();
    faces = reading.faces();
    secondsOfSlowSteps = reading.slowSeconds();
    startNanos = nanoTime.getAsLong() - Math.round(reading.seconds() * 1e9);
    marks.add(new Mark(reading.seconds(), faces));
  }

  /** What the clock shows now. */
  ClockReading reading() {
    return new ClockReading(steps, faces, elapsedSeconds(), secondsOfSlowSteps);
  }

  /** Counts a step that learned from so many faces. */
  void stepped(int batchFaces) {
    steps++;
    faces += batchFaces;
    double now = elapsedSeconds();
    if (steps == SLOW_STEPS) {
      secondsOfSlowSteps = now;
    }
    marks.add(new Mark(now, faces));
    while (marks.size() > 2 && now - marks.getFirst().seconds() > RATE_WINDOW_SECONDS) {
      marks.removeFirst();
    }
  }

  /** Begins a new window for the rate, so that a pause for judging does not count. */
  void resumed() {
    marks.clear();
    marks.add(new Mark(elapsedSeconds(), faces));
  }

  long steps() {
    return steps;
  }

  double elapsedSeconds() {
    return (nanoTime.getAsLong() - startNanos) / 1e9;
  }

  boolean isTimeUp() {
    return elapsedSeconds() >= maxSeconds;
  }

  boolean areStepsDone() {
    return steps >= maxSteps;
  }

  /** Over the last seconds. */
  double facesPerSecond() {
    Mark first = marks.getFirst();
    double seconds = elapsedSeconds() - first.seconds();
    return seconds > 0 ? (faces - first.faces()) / seconds : 0;
  }

  /**
   * The share of the run that is done, 0 to 1. The time has a say only if it will end the run
   * before its steps do, so that a run that ends by its steps does not depend on the clock.
   */
  double fractionDone() {
    double bySteps = Math.min(1, (double) steps / maxSteps);
    double byTime = Math.clamp(elapsedSeconds() / maxSeconds, 0, 1);
    return willTimeEndIt() ? Math.max(bySteps, byTime) : bySteps;
  }

  private boolean willTimeEndIt() {
    if (steps < 2 * SLOW_STEPS) {
      return false;
    }
    double secondsPerStep = (elapsedSeconds() - secondsOfSlowSteps) / (steps - SLOW_STEPS);
    return elapsedSeconds() + (maxSteps - steps) * secondsPerStep > maxSeconds;
  }

  /** An estimate of the seconds until the end; what is left of the time before the first step. */
  double remainingSeconds() {
    double elapsed = elapsedSeconds();
    double byTime = Math.max(0, maxSeconds - elapsed);
    return steps == 0 ? byTime : Math.min(byTime, elapsed * (maxSteps - steps) / steps);
  }
}
