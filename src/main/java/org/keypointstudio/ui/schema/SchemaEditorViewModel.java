package org.keypointstudio.ui.schema;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Point2D;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.KeypointSchema;
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
  private final StudioSession session;
  private final LabelStore labels;
  private final TaskExecutor tasks;
  private final Notifications notifications;
  private final Files files;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<SchemaDraft> draft = new ReadOnlyObjectWrapper<>(empty());
  private List<Point2D> places = List.of();

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
              shown.set(true);
            });
  }

  /** Gives up what was changed and not applied. */
  public void startOver() {
    draft.set(present().map(SchemaDraft::of).orElseGet(SchemaEditorViewModel::empty));
  }

  private Optional<KeypointSchema> present() {
    return session.openDataSet().map(open -> open.document().schema());
  }

  /** Makes a change of the draft. */
  public void change(UnaryOperator<SchemaDraft> change) {
    draft.set(change.apply(draft.get()));
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
    tasks.execute(
        BackgroundTask.of(
            "Writing the schema",
            _ -> {
              labels.giveSchema(dataSet, wanted.toSchema(), wanted.sources());
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

  /** Where the keypoints of a draft's sources are on the mean face, in a square of side 1. */
  public List<Point2D> places() {
    return places;
  }
}
