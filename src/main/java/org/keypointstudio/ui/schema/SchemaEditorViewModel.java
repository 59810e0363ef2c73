package org.keypointstudio.ui.schema;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Point2D;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.model.schema.SchemaDraft;
import org.keypointstudio.model.schema.SchemaGuess;
import org.keypointstudio.model.schema.SchemaPreset;
import org.keypointstudio.project.labels.LabelStore;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/**
 * Changes the schema of the open data set. Nothing is changed before the person applies it; then
 * the schema is written beside the data set, which opens again with it. The data file stays as it
 * is.
 */
public final class SchemaEditorViewModel {
  private static final int KEYPOINTS_A_ROW = 12;
  private static final double BELOW_THE_FACE = 1.05;

  private final StudioSession session;
  private final LabelStore labels;
  private final TaskExecutor tasks;
  private final Notifications notifications;
  private final Files files;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<SchemaDraft> draft = new ReadOnlyObjectWrapper<>(empty());
  private final ReadOnlyObjectWrapper<Optional<String>> refusal =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private List<Point2D> places = List.of();
  private List<String> known = List.of();
  private int nextSource;

  /**
   * A keypoint of the data file that the draft does not have.
   *
   * @param source under which the draft knows it
   */
  public record Missing(int source, String name) {}

  /**
   * What the editor needs of opening and saving.
   *
   * @param whenNothingIsLost does something once unsaved changes are saved or given up, or not at
   *     all, as the person decides
   * @param open opens a data set
   */
  public record Files(Consumer<Runnable> whenNothingIsLost, Consumer<Path> open) {}

  /** The schema of a session's data set. */
  public SchemaEditorViewModel(
      StudioSession session,
      LabelStore labels,
      TaskExecutor tasks,
      Notifications notifications,
      Files files) {
    this.session = session;
    this.labels = labels;
    this.tasks = tasks;
    this.notifications = notifications;
    this.files = files;
    session.openDataSetProperty().subscribe((_, _) -> shown.set(false));
  }

  private static SchemaDraft empty() {
    return SchemaDraft.of(SchemaGuess.plain("", List.of()));
  }

  /** Shows the schema of the open data set, or hides it. */
  public void toggle() {
    if (shown.get()) {
      shown.set(false);
      return;
    }
    session
        .openDataSet()
        .ifPresent(
            open -> {
              startOver();
              places = MeanPlaces.of(open.document().snapshot(), open.document().schema().size());
              known = new ArrayList<>(open.document().schema().keypointNames());
              known.addAll(LabelStore.leftOut(open.dataSet()));
              nextSource = known.size();
              shown.set(true);
            });
  }

  /** Gives up what was changed and not applied. */
  public void startOver() {
    refusal.set(Optional.empty());
    draft.set(present().map(SchemaDraft::of).orElseGet(SchemaEditorViewModel::empty));
  }

  private Optional<KeypointSchema> present() {
    return session.openDataSet().map(open -> open.document().schema());
  }

  /** Makes a change of the draft. */
  public void change(UnaryOperator<SchemaDraft> change) {
    refusal.set(Optional.empty());
    draft.set(change.apply(draft.get()));
  }

  /** Adds a keypoint, which no face has yet; gives its source. */
  public int add() {
    int source = nextSource++;
    int number = draft.get().entries().size() + 1;
    change(present -> present.with(source, "keypoint_" + number));
    return source;
  }

  /**
   * Takes a keypoint out. One of the data file stays in it with its labels, unseen; one that was
   * added is refused while faces have labels of it, which would be lost.
   */
  public void remove(int source) {
    long labels = labelsBesideTheFile(source);
    if (labels > 0) {
      refusal.set(
          Optional.of(
              "%,d %s a label of %s, which is not in the data file and would be lost: clear them first, which can be undone."
                  .formatted(
                      labels,
                      labels == 1 ? "face has" : "faces have",
                      draft.get().entry(source).name())));
    } else {
      change(present -> present.without(source));
    }
  }

  private long labelsBesideTheFile(int source) {
    return session
        .openDataSet()
        .filter(open -> source < open.document().schema().size())
        .filter(open -> !LabelStore.isInFile(open.dataSet(), source))
        .map(
            open ->
                open.document().snapshot().stream()
                    .filter(face -> face.visibility(source) != Visibility.UNLABELLED)
                    .count())
        .orElse(0L);
  }

  /** The keypoints that were taken out, now or earlier, and can come back. */
  public List<Missing> missing() {
    return IntStream.range(0, known.size())
        .filter(source -> !draft.get().has(source))
        .mapToObj(source -> new Missing(source, known.get(source)))
        .toList();
  }

  /** Brings a keypoint back, at the end. */
  public void bringBack(Missing keypoint) {
    change(present -> present.with(keypoint.source(), keypoint.name()));
  }

  /** Why the last wish was refused; nothing if it was not. */
  public ReadOnlyObjectProperty<Optional<String>> refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  /** Why a preset cannot be taken; nothing if it can. */
  public Optional<String> whyNot(SchemaPreset preset) {
    int size = preset.schema().size();
    int here = draft.get().entries().size();
    return size == here
        ? Optional.empty()
        : Optional.of("has %d keypoints, this data set %d".formatted(size, here));
  }

  /** What must be put right before the draft can be applied; nothing if it can. */
  public Optional<String> problem() {
    if (session.readOnlyProperty().get()) {
      return Optional.of("This data set can only be looked at, since another window edits it.");
    }
    return draft.get().problem();
  }

  /** Whether anything differs from the schema in force. */
  public boolean isChanged() {
    return present().filter(schema -> !draft.get().equals(SchemaDraft.of(schema))).isPresent();
  }

  /** Writes the schema and opens the data set with it. Unsaved labels are asked about first. */
  public void apply() {
    if (problem().isPresent() || !isChanged()) {
      return;
    }
    SchemaDraft wanted = draft.get();
    session
        .openDataSet()
        .map(OpenDataSet::dataSet)
        .ifPresent(dataSet -> files.whenNothingIsLost().accept(() -> write(dataSet, wanted)));
  }

  private void write(FaceDataSet dataSet, SchemaDraft wanted) {
    List<String> names = new ArrayList<>(LabelStore.sources(dataSet));
    names.addAll(LabelStore.leftOut(dataSet));
    List<Optional<String>> sources =
        wanted.sources().stream()
            .map(
                source ->
                    source < names.size()
                        ? Optional.of(names.get(source))
                        : Optional.<String>empty())
            .toList();
    tasks.execute(
        BackgroundTask.of(
            "Writing the schema",
            _ -> {
              labels.giveSchema(dataSet, wanted.toSchema(), sources);
              return dataSet.path();
            }),
        new TaskListener<Path>() {
          @Override
          public void onSuccess(Path path) {
            shown.set(false);
            notifications.success(
                "%s opens with the schema “%s” from now on; the data file is as it was."
                    .formatted(path.getFileName(), wanted.name()));
            files.open().accept(path);
          }

          @Override
          public void onFailure(Exception problem) {
            notifications.failure("The schema cannot be written", problem);
          }
        });
  }

  /** Whether the editor is on show. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** The schema as the person wants it so far. */
  public ReadOnlyObjectProperty<SchemaDraft> draftProperty() {
    return draft.getReadOnlyProperty();
  }

  /**
   * Where a keypoint of the draft is on the mean face, in a square of side 1; in a row below it if
   * no face has it.
   */
  public Point2D place(int source) {
    if (source < places.size()) {
      return places.get(source);
    }
    int column = (source - places.size()) % KEYPOINTS_A_ROW;
    return new Point2D((column + 0.5) / KEYPOINTS_A_ROW, BELOW_THE_FACE);
  }
}
