package org.keypointstudio.ui.merge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.keypointstudio.dataset.ChangedOutsideException;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.edit.BatchChange;
import org.keypointstudio.edit.FaceChange;
import org.keypointstudio.edit.LabelsChange;
import org.keypointstudio.edit.merge.Conflict;
import org.keypointstudio.edit.merge.LabelsMerge;
import org.keypointstudio.edit.merge.Side;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.project.labels.LabelStore;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.project.merge.DataSetMerge;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.banner.Banner;
import org.keypointstudio.ui.banner.Banners;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.safety.ProjectSafety;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Merges the document with its file, which another program changed, or with somebody else's file of
 * the same faces. The person chooses a side for each face that both changed, or for all of them.
 * Lives on the window's thread.
 */
public final class MergeViewModel {
  private static final Logger LOG = LoggerFactory.getLogger(MergeViewModel.class);

  private final StudioSession session;
  private final LabelStore labels;
  private final ProjectSafety safety;
  private final TaskExecutor tasks;
  private final Banners banners;
  private final Notifications notifications;

  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final ObservableList<FaceConflict> conflicts = FXCollections.observableArrayList();
  private final ObjectProperty<Side> rule = new SimpleObjectProperty<>(Side.OURS);
  private final ObjectProperty<Optional<Incoming>> incoming =
      new SimpleObjectProperty<>(Optional.empty());

  /** Merges in a session. */
  public MergeViewModel(
      StudioSession session,
      LabelStore labels,
      ProjectSafety safety,
      TaskExecutor tasks,
      Banners banners,
      Notifications notifications) {
    this.session = session;
    this.labels = labels;
    this.safety = safety;
    this.tasks = tasks;
    this.banners = banners;
    this.notifications = notifications;
    session.openDataSetProperty().subscribe((before, now) -> closeIfOther(before, now));
  }

  /** What is merged is the document that is open. */
  private void closeIfOther(Optional<OpenDataSet> before, Optional<OpenDataSet> now) {
    boolean same =
        before.isPresent() && now.isPresent() && before.get().document() == now.get().document();
    if (!same) {
      close();
    }
  }

  /**
   * Says that the file was changed, and offers to merge.
   *
   * @param openAgain opens a data set, which is offered where nothing can have been edited
   */
  public void offer(ChangedOutsideException change, Consumer<Path> openAgain) {
    LOG.info("{}", change.getMessage());
    session
        .openDataSet()
        .ifPresent(
            open ->
                banners.show(
                    open.document().isReadOnly()
                        ? openingBanner(open.dataSet().path(), openAgain)
                        : mergingBanner(open.dataSet().path())));
  }

  private static Banner openingBanner(Path path, Consumer<Path> openAgain) {
    return new Banner(
        Banner.Topic.CHANGED_OUTSIDE,
        "%s was changed meanwhile.".formatted(path.getFileName()),
        List.of(
            new Banner.Answer(
                "Open again", "Shows the file as it is now", () -> openAgain.accept(path))));
  }

  private Banner mergingBanner(Path path) {
    return new Banner(
        Banner.Topic.CHANGED_OUTSIDE,
        "%s was changed by another program. It can be saved under its name once the two are merged."
            .formatted(path.getFileName()),
        List.of(
            new Banner.Answer(
                "Merge…",
                "Takes what the other program changed, and keeps what you changed",
                this::begin)));
  }

  /** Reads the file as it is now, and merges at once if nobody needs to be asked. */
  public void begin() {
    session
        .openDataSet()
        .ifPresent(
            open ->
                tasks.execute(
                    BackgroundTask.of(
                        "Reading " + open.dataSet().path().getFileName(),
                        context -> {
                          LabelledDataSet read = labels.open(open.dataSet().path(), context);
                          DataSetMerge.requireSameShape(open.dataSet(), read.dataSet());
                          return read;
                        }),
                    listener(open)));
  }

  private TaskListener<LabelledDataSet> listener(OpenDataSet open) {
    return new TaskListener<>() {
      @Override
      public void onSuccess(LabelledDataSet read) {
        if (session.openDataSet().filter(now -> now.document() == open.document()).isPresent()) {
          onRead(read);
        }
      }

      @Override
      public void onFailure(Exception problem) {
        if (problem instanceof DataSetException) {
          notifications.problem(problem.getMessage() + " Save yours under another name.");
        } else {
          notifications.bug("Reading the changed file failed", problem);
        }
      }
    };
  }

  private void onRead(LabelledDataSet read) {
    safety.onDisk().ifPresent(base -> begin(new Incoming.ChangedFile(read, base.labels())));
  }

  /** Merges at once if nobody needs to be asked, else shows the conflicts. */
  void begin(Incoming version) {
    incoming.set(Optional.of(version));
    rule.set(Side.OURS);
    showConflicts();
    if (conflicts.isEmpty()) {
      apply();
    } else {
      shown.set(true);
    }
  }

  private void showConflicts() {
    Map<Integer, List<Conflict>> byFace =
        merged().stream()
            .flatMap(merge -> merge.conflicts().stream())
            .collect(Collectors.groupingBy(Conflict::faceIndex, TreeMap::new, Collectors.toList()));
    List<FaceConflict> faces = new ArrayList<>();
    byFace.forEach(
        (face, all) -> faces.add(new FaceConflict(face, name(face), all, Optional.empty())));
    conflicts.setAll(faces);
  }

  private String name(int face) {
    return session.openDataSet().map(open -> open.dataSet().face(face).name()).orElse("");
  }

  private Optional<LabelsMerge> merged() {
    Map<Integer, Side> choices = new HashMap<>();
    conflicts.forEach(face -> face.choice().ifPresent(side -> choices.put(face.faceIndex(), side)));
    return session
        .openDataSet()
        .flatMap(
            open ->
                incoming
                    .get()
                    .map(
                        version ->
                            LabelsMerge.of(
                                version.base(),
                                open.document().labelsSnapshot(),
                                version.read().labels(),
                                face -> choices.getOrDefault(face, rule.get()))));
  }

  /**
   * Puts what is merged into the document, as unsaved changes; over the file as it is now, if it is
   * the file that was changed.
   */
  public void apply() {
    Optional<LabelsMerge> merge = merged();
    if (merge.isEmpty()) {
      return;
    }
    Incoming version = incoming.get().orElseThrow();
    LabelledDataSet read = version.read();
    AnnotationDocument document = session.openDataSet().orElseThrow().document();
    List<FaceChange> steps = new ArrayList<>();
    int taken = 0;
    for (int face = 0; face < document.size(); face++) {
      FaceLabels present = document.labels(face);
      FaceLabels after = merge.get().faces().get(face);
      steps.add(new LabelsChange(face, present, after, "Merge the face"));
      taken += present.equals(after) ? 0 : 1;
    }
    if (version instanceof Incoming.ChangedFile) {
      document.markSaved(read.labels());
      safety.saved(read, Optional.empty());
      session.rebase(read.dataSet());
    }
    document.endStep();
    document.apply(
        new BatchChange(steps, "Merge %s".formatted(read.dataSet().path().getFileName())));
    document.endStep();
    close();
    notifications.success(
        "Merged: %,d %s from %s; %,d %s not saved yet."
            .formatted(
                taken,
                taken == 1 ? "face comes" : "faces come",
                version instanceof Incoming.ChangedFile ? "the file" : version.author(),
                document.unsavedLabels().size(),
                document.unsavedLabels().size() == 1 ? "face is" : "faces are"));
  }

  /** Chooses a side for a face, or leaves it to the rule for the rest. */
  public void choose(int faceIndex, Optional<Side> side) {
    conflicts.replaceAll(face -> face.faceIndex() == faceIndex ? face.choosing(side) : face);
  }

  /** Gives the merge up; the document and the file stay as they are. */
  public void close() {
    shown.set(false);
    conflicts.clear();
    incoming.set(Optional.empty());
  }

  /** Whether the person is asked about conflicts. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** Who changed the faces besides the person; empty while nothing is merged. */
  public ObservableValue<String> authorProperty() {
    return incoming.map(version -> version.map(Incoming::author).orElse(""));
  }

  /** The faces that both changed, in the data set's order. */
  public ObservableList<FaceConflict> conflicts() {
    return conflicts;
  }

  /** Which side the faces go to for which none is chosen. */
  public ObjectProperty<Side> ruleProperty() {
    return rule;
  }

  /** The labels of a face on a side. */
  public Optional<FaceLabels> labels(int faceIndex, Side side) {
    return switch (side) {
      case OURS -> session.openDataSet().map(open -> open.document().labels(faceIndex));
      case THEIRS -> incoming.get().map(version -> version.read().labels().get(faceIndex));
    };
  }

  /** The open data set, whose pictures are shown. */
  public Optional<OpenDataSet> openDataSet() {
    return session.openDataSet();
  }
}
