package org.keypointstudio.ui.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.image.ImageFiles;
import org.keypointstudio.dataset.schema.MappingTable;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.project.convert.Conversion;
import org.keypointstudio.project.convert.ConversionTarget;
import org.keypointstudio.project.labels.ArrangedDataSet;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.dialog.DialogService;
import org.keypointstudio.ui.mapping.MappingViewModel;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/**
 * Writes the open data set, unsaved changes included, in another format. The open one stays what it
 * is. Lives on the window's thread.
 */
public final class ExportAsViewModel {
  private static final String TITLE = "Export as";

  private final StudioSession session;
  private final Conversion conversion;
  private final TaskExecutor tasks;
  private final DialogService dialogs;
  private final MappingViewModel mapping;
  private final Notifications notifications;

  /**
   * Exports the data set of a session.
   *
   * @param mapping shows the table of other keypoints
   */
  public ExportAsViewModel(
      StudioSession session,
      Conversion conversion,
      TaskExecutor tasks,
      DialogService dialogs,
      MappingViewModel mapping,
      Notifications notifications) {
    this.session = session;
    this.conversion = conversion;
    this.tasks = tasks;
    this.dialogs = dialogs;
    this.mapping = mapping;
    this.notifications = notifications;
  }

  /**
   * Lets the person choose a format, the keypoints and a place, and writes the data set there.
   * Other keypoints are made by a table, which the person sees first.
   */
  public void exportChosen() {
    session.openDataSet().ifPresent(open -> wish(open).ifPresent(wish -> choosePlace(open, wish)));
  }

  /** What the person wants, but for the place. */
  private record Wish(
      ConversionTarget target, boolean copyImages, boolean otherKeypoints, boolean keepExcluded) {}

  private Optional<Wish> wish(OpenDataSet open) {
    List<ConversionTarget> targets = conversion.targets();
    Optional<Integer> choice =
        dialogs.chooseOne(
            TITLE,
            "In which format? What it cannot carry is said afterwards.",
            targets.stream().map(ConversionTarget::displayName).toList());
    if (choice.isEmpty()) {
      return Optional.empty();
    }
    ConversionTarget target = targets.get(choice.get());
    Optional<Boolean> copies = copiesImages(open.dataSet(), target);
    return copies.flatMap(
        copy ->
            dialogs
                .chooseOne(
                    TITLE,
                    "Which keypoints?",
                    List.of("Those of this data set", "Others, made of them by a table…"))
                .flatMap(
                    answer ->
                        keepsExcluded(open)
                            .map(keep -> new Wish(target, copy, answer == 1, keep))));
  }

  private void choosePlace(OpenDataSet open, Wish wish) {
    if (wish.otherKeypoints()) {
      mapping.ask(table -> choosePlace(open, wish, Optional.of(table)));
    } else {
      choosePlace(open, wish, Optional.empty());
    }
  }

  private void choosePlace(OpenDataSet open, Wish wish, Optional<MappingTable> table) {
    place(wish.target())
        .ifPresent(
            out ->
                export(
                    open,
                    new Conversion.Order(
                        wish.target(), out, wish.copyImages(), table, wish.keepExcluded())));
  }

  /** Asks what becomes of the faces that trainings leave out, if there are any. */
  private Optional<Boolean> keepsExcluded(OpenDataSet open) {
    int count = FaceLabels.excludedOf(open.document().labelsSnapshot()).cardinality();
    if (count == 0) {
      return Optional.of(false);
    }
    return dialogs
        .chooseOne(
            TITLE,
            count == 1
                ? "What about the face that is excluded from training?"
                : "What about the %,d faces that are excluded from training?".formatted(count),
            List.of("Leave out", "Export, too"))
        .map(answer -> answer == 1);
  }

  /** Asks what becomes of the images; pixels in the data file are always written. */
  private Optional<Boolean> copiesImages(FaceDataSet dataSet, ConversionTarget target) {
    if (!(ArrangedDataSet.stored(dataSet) instanceof ImageFiles)
        || target instanceof ConversionTarget.KaggleTable) {
      return Optional.of(false);
    }
    return dialogs
        .chooseOne(
            TITLE,
            "What about the images?",
            List.of("Copy them beside the new file", "Leave them where they are"))
        .map(answer -> answer == 0);
  }

  private Optional<Path> place(ConversionTarget target) {
    String title = TITLE + ": " + target.displayName();
    return target.fileEnding().isEmpty()
        ? dialogs.chooseFolder(title)
        : dialogs.chooseExportTarget(title, "labels" + target.fileEnding());
  }

  private void export(OpenDataSet open, Conversion.Order order) {
    FaceDataSet dataSet = open.dataSet();
    List<FaceLabels> labels = open.document().labelsSnapshot();
    tasks.execute(
        BackgroundTask.of(
            "Exporting " + order.path().getFileName(),
            context -> conversion.convert(dataSet, labels, order, context)),
        new TaskListener<>() {
          @Override
          public void onSuccess(Conversion.Result result) {
            tell(result);
          }

          @Override
          public void onFailure(Exception problem) {
            notifications.failure("Exporting a data set failed", problem);
          }
        });
  }

  private void tell(Conversion.Result result) {
    notifications.success(
        "Exported %,d %s to %s."
            .formatted(
                result.faces(),
                result.faces() == 1 ? "face" : "faces",
                result.path().getFileName()));
    if (result.excluded() > 0) {
      notifications.inform(
          "%,d excluded %s left out."
              .formatted(result.excluded(), result.excluded() == 1 ? "face was" : "faces were"));
    }
    if (!result.losses().isEmpty()) {
      notifications.inform("Not carried over: %s.".formatted(String.join(", ", result.losses())));
    }
    result.messages().forEach(notifications::inform);
  }
}
