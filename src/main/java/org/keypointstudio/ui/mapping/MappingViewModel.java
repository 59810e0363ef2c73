package org.keypointstudio.ui.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.schema.MappingDraft;
import org.keypointstudio.dataset.schema.MappingTable;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.dialog.DialogService;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.StudioSession;

/**
 * A table of which keypoints are made of which, before the data set is exported with them. Lives on
 * the window's thread.
 */
public final class MappingViewModel {
  private static final String KIND = "Tables of keypoints";

  private final StudioSession session;
  private final TaskExecutor tasks;
  private final DialogService dialogs;
  private final Notifications notifications;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<MappingDraft> draft =
      new ReadOnlyObjectWrapper<>(new MappingDraft(List.of()));
  private Consumer<MappingTable> whenDone = _ -> {};

  /** Tables for the data set of a session. */
  public MappingViewModel(
      StudioSession session,
      TaskExecutor tasks,
      DialogService dialogs,
      Notifications notifications) {
    this.session = session;
    this.tasks = tasks;
    this.dialogs = dialogs;
    this.notifications = notifications;
    session.openDataSetProperty().subscribe((_, _) -> shown.set(false));
  }

  /**
   * Shows a table for the keypoints of the open data set, the first one that is at hand for them.
   *
   * @param done takes the table once the person is content with it
   */
  public void ask(Consumer<MappingTable> done) {
    whenDone = done;
    draft.set(
        fitting().stream()
            .findFirst()
            .map(MappingDraft::of)
            .orElseGet(() -> MappingDraft.same(schema())));
    shown.set(true);
  }

  private KeypointSchema schema() {
    return session
        .openDataSet()
        .map(open -> open.document().schema())
        .orElseThrow(() -> new IllegalStateException("Nothing is open"));
  }

  /** The tables that come with the program and fit the data set. */
  public List<MappingTable> fitting() {
    List<MappingTable> tables = new ArrayList<>();
    for (String name : MappingTable.shippedFor(schema())) {
      try {
        tables.add(MappingTable.find(name));
      } catch (DataSetException problem) {
        throw new IllegalStateException("The program's own tables can be read", problem);
      }
    }
    return tables;
  }

  /** Begins with a table. */
  public void take(MappingTable table) {
    draft.set(MappingDraft.of(table));
  }

  /** Begins with the keypoints as they are. */
  public void takeSame() {
    draft.set(MappingDraft.same(schema()));
  }

  /** Makes a change of the table. */
  public void change(UnaryOperator<MappingDraft> change) {
    draft.set(change.apply(draft.get()));
  }

  /** What must be put right before the table can be used; nothing if it can. */
  public Optional<String> problem() {
    return session.openDataSet().isEmpty() ? Optional.empty() : draft.get().problem(schema());
  }

  /** What each row is made of, in words. */
  public List<String> explained() {
    return draft.get().explained(schema());
  }

  /** How many keypoints of the data set the table has no use for. */
  public int unused() {
    try {
      return draft.get().table("The table").from(schema()).unused().size();
    } catch (DataSetException _) {
      return 0; // the problem says what is wrong
    }
  }

  /** The person is content: the data set is exported with the table. */
  public void finish() {
    if (problem().isEmpty()) {
      shown.set(false);
      whenDone.accept(draft.get().table("The table"));
    }
  }

  /** Lets the person choose the file of a table, and begins with it. */
  public void openChosen() {
    dialogs.chooseFile("Open a table of keypoints", KIND, "*.csv").ifPresent(this::open);
  }

  private void open(Path file) {
    tasks.execute(
        BackgroundTask.of("Reading " + file.getFileName(), _ -> MappingTable.find(file.toString())),
        new TaskListener<MappingTable>() {
          @Override
          public void onSuccess(MappingTable table) {
            take(table);
          }

          @Override
          public void onFailure(Exception problem) {
            notifications.failure("The table cannot be read", problem);
          }
        });
  }

  /** Lets the person choose where the table is to be kept, and writes it there. */
  public void saveChosen() {
    MappingDraft kept = draft.get();
    dialogs
        .chooseExportTarget("Save the table of keypoints", "mapping.csv")
        .ifPresent(file -> save(kept, file));
  }

  private void save(MappingDraft kept, Path file) {
    tasks.execute(
        BackgroundTask.of(
            "Writing " + file.getFileName(),
            _ -> {
              kept.write(file);
              return file;
            }),
        new TaskListener<Path>() {
          @Override
          public void onSuccess(Path written) {
            notifications.success(
                "The table is in %s; convert --schema-map takes it too."
                    .formatted(written.getFileName()));
          }

          @Override
          public void onFailure(Exception problem) {
            notifications.failure("The table cannot be written", problem);
          }
        });
  }

  /** Whether the table is on show. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** The table as the person wants it so far. */
  public ReadOnlyObjectProperty<MappingDraft> draftProperty() {
    return draft.getReadOnlyProperty();
  }
}
