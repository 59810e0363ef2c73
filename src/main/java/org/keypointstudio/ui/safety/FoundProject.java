package org.keypointstudio.ui.safety;

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
 * @param otherOwner who else edits it, so that it can be looked at only
 * @param work changes that an earlier program left
 */
public record FoundProject(
    LabelledDataSet opened,
    JournalSubject subject,
    Optional<EditLock> lock,
    Optional<String> otherOwner,
    UnsavedWork work) {}
