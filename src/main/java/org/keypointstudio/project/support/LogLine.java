package org.keypointstudio.project.support;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that the program noted while it ran, without what it said of a person's data: the
 * sentence has a gap where a path, a name or a number stood.
 *
 * @param time when it was noted
 * @param level how serious it is: "WARN"
 * @param source the class that noted it
 * @param sentence as the programmer wrote it, with {} for each gap
 * @param failure what was thrown
 */
public record LogLine(
    Instant time, String level, String source, String sentence, Optional<FailureTrace> failure) {}
