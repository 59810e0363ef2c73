package org.keypointstudio.app;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keypointstudio.project.support.FailureTrace;
import org.keypointstudio.project.support.LogLine;
import org.slf4j.LoggerFactory;

/**
 * The last lines of the log of this session, without what fills their gaps, for error reports. Of
 * the lines of libraries, which write whole sentences, those that may hold a path or a name are
 * left out.
 */
final class SessionLog extends AppenderBase<ILoggingEvent> {
  private static final int MOST_LINES = 400;
  private static final String OWN = "org.keypointstudio";
  private static final Pattern HARMLESS = Pattern.compile("[\\w {}(),\\-\\[\\]]{0,120}");

  private final Deque<LogLine> lines = new ArrayDeque<>();

  /** From now on the log is remembered. */
  static SessionLog attach() {
    SessionLog log = new SessionLog();
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      log.setContext(context);
      log.start();
      context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(log);
    }
    return log;
  }

  @Override
  protected synchronized void append(ILoggingEvent event) {
    if (lines.size() == MOST_LINES) {
      lines.removeFirst();
    }
    lines.addLast(
        new LogLine(
            event.getInstant(),
            event.getLevel().toString(),
            event.getLoggerName(),
            sentence(event),
            failure(event.getThrowableProxy())));
  }

  private static String sentence(ILoggingEvent event) {
    boolean told =
        event.getLoggerName().startsWith(OWN) || HARMLESS.matcher(event.getMessage()).matches();
    return told ? event.getMessage() : "(left out)";
  }

  private static Optional<FailureTrace> failure(IThrowableProxy thrown) {
    return thrown instanceof ThrowableProxy proxy
        ? Optional.of(FailureTrace.of(proxy.getThrowable()))
        : Optional.empty();
  }

  /** The lines, oldest first. */
  synchronized List<LogLine> lines() {
    return List.copyOf(lines);
  }
}
