package org.keypointstudio.cli;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.keypointstudio.evaluation.comparison.ComparisonException;
import org.keypointstudio.training.TrainingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one sentence why a command failed. */
final class FailureReport implements IExecutionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(FailureReport.class);

  @Override
  public int handleExecutionException(
      Exception problem, CommandLine commandLine, ParseResult arguments) {
    String sentence =
        switch (problem) {
          case CancellationException _ -> "Cancelled; nothing was written.";
          case IOException known -> String.valueOf(known.getMessage());
          case ComparisonException known -> String.valueOf(known.getMessage());
          case TrainingException known -> String.valueOf(known.getMessage());
          default -> {
            LOG.debug("A command failed", problem);
            yield "The command failed for a reason that it did not foresee: %s.".formatted(problem);
          }
        };
    commandLine.getErr().println(sentence);
    return CommandLine.ExitCode.SOFTWARE;
  }
}
