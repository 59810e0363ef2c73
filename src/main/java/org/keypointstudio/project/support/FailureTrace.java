package org.keypointstudio.project.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where in the program something failed. Of the messages of exceptions only those are kept that
 * Java itself makes of the program's own names, since others may name files and people.
 *
 * @param lines of a stack trace, causes included
 */
public record FailureTrace(List<String> lines) {
  private static final int MOST_FRAMES = 60;
  private static final int MOST_CAUSES = 8;
  private static final Set<Class<? extends Throwable>> TOLD =
      Set.of(
          NullPointerException.class,
          ClassCastException.class,
          ArithmeticException.class,
          ArrayStoreException.class,
          NegativeArraySizeException.class,
          IndexOutOfBoundsException.class,
          ArrayIndexOutOfBoundsException.class,
          StringIndexOutOfBoundsException.class,
          OutOfMemoryError.class);

  /** Copies the list. */
  public FailureTrace {
    lines = List.copyOf(lines);
  }

  /** The trace of something that was thrown. */
  public static FailureTrace of(Throwable failure) {
    List<String> lines = new ArrayList<>();
    Optional<Throwable> next = Optional.of(failure);
    for (int cause = 0; cause < MOST_CAUSES && next.isPresent(); cause++) {
      Throwable present = next.get();
      lines.add((cause == 0 ? "" : "Caused by: ") + describe(present));
      Arrays.stream(present.getStackTrace())
          .limit(MOST_FRAMES)
          .map(frame -> "    at " + frame)
          .forEach(lines::add);
      next = Optional.ofNullable(present.getCause());
    }
    return new FailureTrace(lines);
  }

  private static String describe(Throwable failure) {
    String type = failure.getClass().getName();
    return TOLD.contains(failure.getClass())
        ? "%s: %s".formatted(type, Objects.requireNonNullElse(failure.getMessage(), ""))
        : type;
  }

  /** What kind of failure it is, and in which line it happened: the same for each repetition. */
  public String signature() {
    return String.join("\n", lines.subList(0, Math.min(2, lines.size())));
  }
}
