package org.keypointstudio.ui.safety;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.project.journal.EditJournal;
import org.keypointstudio.project.journal.JournalState;
import org.keypointstudio.project.journal.JournalSubject;
import org.keypointstudio.project.journal.UnsavedWork;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.project.lock.EditLock;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.ui.banner.Banner;
import org.keypointstudio.ui.banner.Banners;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.thread.LatestValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what a person says of the open data set from being lost: holds the project's lock, keeps
 * the journal, and gives back what an earlier program left. Lives on the window's thread.
 */
public final class ProjectSafety {
  private static final Logger LOG = LoggerFactory.getLogger(ProjectSafety.class);

  private final SafetyPorts ports;
  private final Banners banners;
  private final Notifications notifications;
  private final ReadOnlyObjectWrapper<JournalState> journalState =
      new ReadOnlyObjectWrapper<>(new JournalState.Empty());
  private Optional<Editing> present = Optional.empty();

  /** The data set that is open, as it is on disk. */
  private record Editing(
      LabelledDataSet onDisk,
      EditJournal journal,
      Optional<EditLock> lock,
      JournalSubject subject) {}

  /** Nothing is open yet. */
  public ProjectSafety(SafetyPorts ports, Banners banners, Notifications notifications) {
    this.ports = ports;
    this.banners = banners;
    this.notifications = notifications;
  }

  /** A way to look for a data set, to be used off the window's thread. */
  @FunctionalInterface
  public interface Search {
    /**
     * Opens the data set, takes its lock and reads the journals that are left.
     *
     * @throws DataSetException with one sentence for the person if it cannot be opened
     */
    FoundProject look(TaskContext context) throws DataSetException;
  }

  /**
   * A search for a data set, which may be the one that is open.
   *
   * @param onFirstFaces takes, on the window's thread, the first faces while the others are still
   *     being read
   */
  public Search searchFor(Path path, Consumer<FaceDataSet> onFirstFaces) {
    Optional<Editing> before = present;
    JournalState state = journalState.get();
    return context -> {
      LabelledDataSet opened =
          ports
              .labels()
              .open(
                  path,
                  context,
                  faces -> ports.uiThread().execute(() -> onFirstFaces.accept(faces)));
      JournalSubject subject = subject(opened);
      Optional<Editing> same = before.filter(editing -> isSameProject(editing, subject));
      Optional<Path> later = ofLaterVersion(subject);
      if (later.isPresent()) {
        return lookOnly(opened, subject, new FoundProject.OfLaterVersion(later.get()));
      }
      EditLock.Answer answer =
          same.flatMap(Editing::lock)
              .<EditLock.Answer>map(EditLock.Taken::new)
              .orElseGet(() -> take(subject));
      return switch (answer) {
        case EditLock.Taken(EditLock lock) ->
            new FoundProject(
                opened,
                subject,
                Optional.of(lock),
                Optional.empty(),
                UnsavedWork.find(subject, opened.labels(), ownFiles(same, state)));
        case EditLock.Held(String owner) ->
            lookOnly(opened, subject, new FoundProject.EditedElsewhere(owner));
        case EditLock.Impossible _ ->
            new FoundProject(
                opened,
                subject,
                Optional.empty(),
                Optional.empty(),
                UnsavedWork.find(subject, opened.labels(), List.of()));
      };
    };
  }

  private Optional<Path> ofLaterVersion(JournalSubject subject) {
    return ports
        .labels()
        .fileOfLaterVersion(subject.dataSet())
        .or(() -> UnsavedWork.fileOfLaterVersion(subject.folders()));
  }

  private static FoundProject lookOnly(
      LabelledDataSet opened, JournalSubject subject, FoundProject.Obstacle obstacle) {
    return new FoundProject(
        opened, subject, Optional.empty(), Optional.of(obstacle), UnsavedWork.none());
  }

  /** The journal of the data set that is open is given up when it is opened again. */
  private static List<Path> ownFiles(Optional<Editing> same, JournalState state) {
    return same.isPresent() && state instanceof JournalState.Kept kept
        ? List.of(kept.file())
        : List.of();
  }

  private static boolean isSameProject(Editing editing, JournalSubject subject) {
    return editing.subject().folders().getFirst().equals(subject.folders().getFirst());
  }

  private EditLock.Answer take(JournalSubject subject) {
    return EditLock.take(ports.labels().project(subject.dataSet()));
  }

  private JournalSubject subject(LabelledDataSet opened) {
    Path path = opened.dataSet().path();
    return new JournalSubject(path, opened.dataSet().schema(), ports.journals().apply(path));
  }

  /**
   * Puts a data set in the place of the one that is open, whose unsaved changes are given up.
   *
   * @param show shows the data set
   * @param openAgain opens a data set, for when another window has closed it
   */
  public void begin(FoundProject found, Consumer<OpenDataSet> show, Consumer<Path> openAgain) {
    present.ifPresent(
        before ->
            release(
                before, before.lock().filter(lock -> found.lock().filter(lock::equals).isEmpty())));
    banners.clear();
    EditJournal journal = journal(found.subject(), found.opened());
    boolean readOnly = found.obstacle().isPresent();
    AnnotationDocument document =
        new AnnotationDocument(found.opened().dataSet().schema(), found.opened().labels(), journal);
    document.setReadOnly(readOnly);
    present = Optional.of(new Editing(found.opened(), journal, found.lock(), found.subject()));
    journalState.set(new JournalState.Empty());
    show.accept(new OpenDataSet(found.opened().dataSet(), document));
    found.opened().messages().forEach(notifications::problem);
    found.work().problems().forEach(notifications::problem);
    found
        .obstacle()
        .ifPresent(obstacle -> showReadOnly(found.subject().dataSet(), obstacle, openAgain));
  }

  private EditJournal journal(JournalSubject subject, LabelledDataSet opened) {
    LatestValue<JournalState> states = new LatestValue<>(ports.uiThread(), this::onState);
    return new EditJournal(subject, opened.labels(), ports.journal(), states::offer);
  }

  private void showReadOnly(Path path, FoundProject.Obstacle obstacle, Consumer<Path> openAgain) {
    banners.show(
        switch (obstacle) {
          case FoundProject.EditedElsewhere(String owner) ->
              new Banner(
                  Banner.Topic.READ_ONLY,
                  "%s is being edited in another window (%s), so it can only be looked at here."
                      .formatted(path.getFileName(), owner),
                  List.of(
                      new Banner.Answer(
                          "Try again",
                          "Opens it for editing if the other window has closed it",
                          () -> openAgain.accept(path))));
          case FoundProject.OfLaterVersion(Path file) ->
              new Banner(
                  Banner.Topic.READ_ONLY,
                  "A later version of Keypoint Studio wrote %s, so %s can only be looked at here. Update this program, or save under another name to edit a copy without it."
                      .formatted(file, path.getFileName()),
                  List.of());
        });
  }

  private void onState(JournalState state) {
    JournalState before = journalState.get();
    journalState.set(state);
    if (state instanceof JournalState.Kept kept
        && !kept.elsewhere().isEmpty()
        && !(before instanceof JournalState.Kept old && old.elsewhere().equals(kept.elsewhere()))) {
      notifications.problem(
          "%s. Your unsaved changes are safe: the journal is in %s now."
              .formatted(kept.elsewhere(), kept.file().getParent()));
    }
    if (state instanceof JournalState.Failing(String reason)
        && !(before instanceof JournalState.Failing)) {
      notifications.problem(
          "No journal can be kept: %s. You can go on, but save soon, or make room on a disk."
              .formatted(reason));
    }
  }

  /** How the journal stands. */
  public ReadOnlyObjectProperty<JournalState> journalStateProperty() {
    return journalState.getReadOnlyProperty();
  }

  /** The open data set as it is on disk; empty if none is open. */
  public Optional<LabelledDataSet> onDisk() {
    return present.map(Editing::onDisk);
  }

  /** What is recorded next repeats what an earlier program left, and takes its place. */
  public void adopt(UnsavedWork work) {
    present.ifPresent(editing -> editing.journal().adopt(work));
  }

  /** Deletes what an earlier program left, in the background. */
  public void delete(UnsavedWork work) {
    ports
        .writer()
        .execute(
            () -> {
              try {
                work.delete();
              } catch (IOException problem) {
                LOG.warn("A journal cannot be deleted", problem);
              }
            });
  }

  /** Whether the open data set would be saved in its own project, for which it has the lock. */
  public boolean isAtHome(Path target) {
    Path journal = ports.journals().apply(target).getFirst();
    return present
        .filter(editing -> editing.subject().folders().getFirst().equals(journal))
        .isPresent();
  }

  /**
   * Takes the lock of another place where the open data set is to be saved. May be called on any
   * thread.
   *
   * @return the lock; nothing if there can be none
   * @throws DataSetException if another window edits what lies there
   */
  public Optional<EditLock> takeLock(Path target) throws DataSetException {
    return switch (EditLock.take(ports.labels().project(target))) {
      case EditLock.Taken(EditLock lock) -> Optional.of(lock);
      case EditLock.Impossible _ -> Optional.empty();
      case EditLock.Held(String owner) ->
          throw new DataSetException(
              "%s is being edited in another window (%s): save under another name."
                  .formatted(target.getFileName(), owner));
    };
  }

  /** Lets go of a lock that was taken in vain. */
  public void giveBack(EditLock lock) {
    close(lock);
  }

  /**
   * The labels are on disk; the journal begins anew.
   *
   * @param newLock of another place, if it was saved there
   */
  public void saved(LabelledDataSet written, Optional<EditLock> newLock) {
    present.ifPresent(
        editing -> {
          JournalSubject subject = subject(written);
          editing.journal().saved(subject, written.labels());
          newLock.flatMap(_ -> editing.lock()).ifPresent(this::close);
          present =
              Optional.of(
                  new Editing(written, editing.journal(), newLock.or(editing::lock), subject));
        });
    banners.hide(Banner.Topic.CHANGED_OUTSIDE);
  }

  /** The data set is closed; unsaved changes are given up. */
  public void end() {
    present.ifPresent(editing -> release(editing, editing.lock()));
    present = Optional.empty();
    banners.clear();
    journalState.set(new JournalState.Empty());
  }

  private void release(Editing editing, Optional<EditLock> lock) {
    editing.journal().discard();
    lock.ifPresent(this::close);
  }

  private void close(EditLock lock) {
    ports
        .writer()
        .execute(
            () -> {
              try {
                lock.close();
              } catch (IOException problem) {
                LOG.warn("A lock cannot be deleted", problem);
              }
            });
  }
}
