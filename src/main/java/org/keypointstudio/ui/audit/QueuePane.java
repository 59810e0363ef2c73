package org.keypointstudio.ui.audit;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.keypointstudio.audit.SuspicionKind;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.project.audit.Finding;
import org.keypointstudio.ui.action.ActionControls;
import org.keypointstudio.ui.action.StudioAction;
import org.keypointstudio.ui.canvas.FaceImages;

/** The ranked findings, what of them is shown, and how many are reviewed. */
final class QueuePane extends BorderPane {
  private static final double MARGIN = 12;

  private final AuditViewModel viewModel;
  private final ListView<Finding> list;
  private final Label progress = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final VBox filters = new VBox(8);
  private final Label emptyText = new Label();
  private final Button emptyAction = new Button();
  private final ComboBox<Optional<Integer>> keypoints;

  QueuePane(AuditViewModel viewModel, FaceImages images, ActionControls controls) {
    this.viewModel = viewModel;
    this.list = new ListView<>(viewModel.queue());
    getStyleClass().add("audit-queue");
    list.setId("audit-queue");
    list.getStyleClass().add(Tweaks.EDGE_TO_EDGE);
    list.setFixedCellSize(FindingCell.HEIGHT);
    list.setFocusTraversable(false);
    list.setAccessibleText("Suspicious labels");
    list.setCellFactory(_ -> new FindingCell(viewModel, images, viewModel::select));
    list.setPlaceholder(placeholder());
    keypoints =
        choice(
            "audit-keypoint",
            "Keypoint",
            keypoint -> keypoint.map(this::keypointName).orElse("All keypoints"),
            (filter, wanted) -> filter.withKeypoint(wanted),
            List.of(Optional.empty()));
    setTop(head());
    setCenter(list);
    Button suggest = controls.textButton(StudioAction.SUGGEST_FACES, "Suggest faces to label");
    suggest.setMaxWidth(Double.MAX_VALUE);
    BorderPane.setMargin(suggest, new Insets(MARGIN));
    setBottom(suggest);
    viewModel.queue().subscribe(this::follow);
    viewModel.currentProperty().subscribe(this::follow);
    viewModel.session().revisionProperty().subscribe(list::refresh);
    viewModel.session().openDataSetProperty().subscribe(this::offerKeypoints);
    viewModel.filterProperty().subscribe(this::follow);
    viewModel.reviewProperty().subscribe(this::follow);
    offerKeypoints();
    follow();
  }

  private String keypointName(int keypoint) {
    return schema().map(it -> it.displayName(keypoint)).orElse("");
  }

  private Optional<KeypointSchema> schema() {
    return viewModel.session().openDataSet().map(open -> open.document().schema());
  }

  private void offerKeypoints() {
    List<Optional<Integer>> all = new ArrayList<>();
    all.add(Optional.empty());
    int size = schema().map(KeypointSchema::size).orElse(0);
    for (int keypoint = 0; keypoint < size; keypoint++) {
      all.add(Optional.of(keypoint));
    }
    if (!keypoints.getItems().equals(all)) {
      keypoints.getItems().setAll(all);
      keypoints.setValue(Optional.empty());
    }
  }

  private VBox head() {
    progress.setId("audit-progress");
    progress.getStyleClass().add(Styles.TEXT_BOLD);
    bar.getStyleClass().add(Styles.SMALL);
    bar.setMaxWidth(Double.MAX_VALUE);
    CheckBox unlikely = new CheckBox("Also less likely ones");
    unlikely.setId("audit-unlikely");
    unlikely.setTooltip(
        new Tooltip("Show labels too that are rather right than wrong, the most suspicious first"));
    unlikely.setOnAction(_ -> change(filter -> filter.withUnlikelyToo(unlikely.isSelected())));
    viewModel.filterProperty().subscribe(filter -> unlikely.setSelected(filter.unlikelyToo()));
    List<Optional<ReviewState>> states = new ArrayList<>();
    for (ReviewState state : ReviewState.values()) {
      states.add(Optional.of(state));
    }
    states.add(Optional.empty());
    List<Optional<SuspicionKind>> kinds = new ArrayList<>();
    kinds.add(Optional.empty());
    for (SuspicionKind kind : SuspicionKind.values()) {
      kinds.add(Optional.of(kind));
    }
    ComboBox<Optional<ReviewState>> state =
        choice(
            "audit-state",
            "What became of the labels",
            wanted -> wanted.map(ReviewState::toString).orElse("All, whatever became of them"),
            QueueFilter::withState,
            states);
    viewModel.filterProperty().subscribe(filter -> state.setValue(filter.state()));
    ComboBox<Optional<SuspicionKind>> kind =
        choice(
            "audit-kind",
            "What is wrong with the labels",
            wanted -> wanted.map(SuspicionKind::displayName).orElse("All kinds"),
            QueueFilter::withKind,
            kinds);
    viewModel.filterProperty().subscribe(filter -> kind.setValue(filter.kind()));
    viewModel.filterProperty().subscribe(filter -> keypoints.setValue(filter.keypoint()));
    filters.getChildren().setAll(state, kind, keypoints, unlikely);
    filters.managedProperty().bind(filters.visibleProperty());
    VBox head = new VBox(8, progress, bar, filters);
    head.getStyleClass().add("audit-head");
    return head;
  }

  private <T> ComboBox<T> choice(
      String id,
      String name,
      Function<T, String> text,
      BiFunction<QueueFilter, T, QueueFilter> apply,
      List<T> items) {
    ComboBox<T> box = new ComboBox<>();
    box.setId(id);
    box.getStyleClass().add(Styles.SMALL);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setAccessibleText(name);
    box.setTooltip(new Tooltip(name));
    box.getItems().setAll(items);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : text.apply(value);
          }

          @Override
          public T fromString(String typed) {
            throw new UnsupportedOperationException("Nothing can be typed here");
          }
        });
    box.setValue(items.getFirst());
    box.setOnAction(
        _ -> {
          if (box.getValue() != null) {
            change(filter -> apply.apply(filter, box.getValue()));
          }
        });
    return box;
  }

  private void change(UnaryOperator<QueueFilter> edit) {
    viewModel.filterProperty().set(edit.apply(viewModel.filterProperty().get()));
  }

  private VBox placeholder() {
    emptyText.setWrapText(true);
    emptyText.getStyleClass().add(Styles.TEXT_MUTED);
    emptyAction.setId("audit-empty-action");
    emptyAction.managedProperty().bind(emptyAction.visibleProperty());
    VBox empty = new VBox(12, emptyText, emptyAction);
    empty.getStyleClass().add("audit-empty");
    return empty;
  }

  /** Shows what is in hand, how far the review has come, and why there is nothing, if so. */
  private void follow() {
    ReviewProgress made = viewModel.progress();
    progress.setText(viewModel.audited().isEmpty() ? "No audit yet" : made.toString());
    bar.setProgress(viewModel.audited().isEmpty() ? 0 : made.fraction());
    bar.setVisible(viewModel.audited().isPresent());
    filters.setVisible(viewModel.audited().isPresent());
    explainEmpty(made);
    viewModel
        .currentProperty()
        .get()
        .map(viewModel.queue()::indexOf)
        .filter(position -> position >= 0)
        .ifPresentOrElse(this::show, () -> list.getSelectionModel().clearSelection());
    list.refresh();
  }

  private void show(int position) {
    if (list.getSelectionModel().getSelectedIndex() != position) {
      list.getSelectionModel().clearAndSelect(position);
      list.scrollTo(Math.max(0, position - 2));
    }
  }

  private void explainEmpty(ReviewProgress made) {
    boolean narrowed = !viewModel.filterProperty().get().equals(QueueFilter.TO_REVIEW);
    emptyAction.setVisible(viewModel.audited().isPresent());
    if (viewModel.audited().isEmpty()) {
      emptyText.setText("Suspicious labels are listed here, the worst first, after an audit.");
    } else if (narrowed) {
      emptyText.setText("No suspicious label passes these filters.");
      offer("Show what is to review", QueueFilter.TO_REVIEW);
    } else if (made.total() == 0) {
      emptyText.setText("No label is probably wrong.");
      offer("Show the least sure ones", QueueFilter.TO_REVIEW.withUnlikelyToo(true));
    } else if (made.skipped() > 0) {
      emptyText.setText("All are reviewed but those that you skipped.");
      offer(
          "Show the skipped ones",
          QueueFilter.TO_REVIEW.withState(Optional.of(ReviewState.SKIPPED)));
    } else if (made.isDone()) {
      emptyText.setText("All are reviewed. Retrain with the corrections, then audit again.");
      emptyAction.setVisible(false);
    } else {
      emptyText.setText("The others are on faces that the filter at the top hides.");
      emptyAction.setVisible(false);
    }
  }

  private void offer(String text, QueueFilter filter) {
    emptyAction.setText(text);
    emptyAction.setOnAction(_ -> viewModel.filterProperty().set(filter));
  }
}
