package org.keypointstudio.ui.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.project.study.StudyResult;

/**
 * One recipe of a study and the runs of it that are done.
 *
 * @param recipe its name
 * @param planned how many runs it will have
 * @param runs those that are done
 */
public record StudyLine(String recipe, int planned, List<StudyResult.Run> runs) {

  /** Copies the list. */
  public StudyLine {
    runs = List.copyOf(runs);
  }

  /** The line with one more run. */
  StudyLine with(StudyResult.Run run) {
    List<StudyResult.Run> more = new ArrayList<>(runs);
    more.add(run);
    return new StudyLine(recipe, planned, more);
  }

  /** What the runs gave; empty while none is done. */
  public Optional<StudyResult.Row> result() {
    return runs.isEmpty() ? Optional.empty() : Optional.of(new StudyResult.Row(recipe, runs));
  }
}
