package org.keypointstudio.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Wrong use of a command, which ends it with exit code 2. */
final class Usage {
  private Usage() {}

  /** A value that makes no sense; the message of the problem is a sentence for the person. */
  static CommandLine.ParameterException wrong(
      @Nullable CommandSpec spec, IllegalArgumentException problem) {
    // picocli sets the field before it calls a command
    return new CommandLine.ParameterException(
        Objects.requireNonNull(spec).commandLine(), String.valueOf(problem.getMessage()));
  }
}
