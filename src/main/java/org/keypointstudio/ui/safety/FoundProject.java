package org.keypointstudio.ui.safety;

import java.nio.file.Path;
import java.util.Optional;
import org.keypointstudio.project.journal.JournalSubject;
import org.keypointstudio.project.journal.UnsavedWork;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.project.lock.EditLock;

/**
 * A data set that was opened, and what was found beside it.
 *
 * @param opened the data set with its labels
 * @param subject what a journal of it is about
 * @param lock the lock of its project, if it could be taken; a project folder that cannot be
 *     written has none
 * @param obstacle why it can be looked at only, if that is so
 * @param work changes that an earlier program left
 */
public record FoundProject(
    LabelledDataSet opened,
    JournalSubject subject,
    Optional<EditLock> lock,
    Optional<Obstacle> obstacle,
    UnsavedWork work) {

  /** Why a data set can be looked at only. */
  public sealed interface Obstacle {}

  /**
   * Another window edits it.
   *
   * @param owner who that is: "process 1234, since 14:03"
   */
  public record EditedElsewhere(String owner) implements Obstacle {}

  /**
   * A later version of this program wrote what lies beside it.
   *
   * @param file that this program must not replace
   */
  public record OfLaterVersion(Path file) implements Obstacle {}
}
