package org.keypointstudio.ui.audit;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.keypointstudio.ui.action.ActionControls;
import org.keypointstudio.ui.action.StudioAction;

/** What a person does with the label in hand, each by a button and a key. */
final class ReviewBar extends HBox {
  private final AuditViewModel viewModel;
  private final Button accept;
  private final Button keep;
  private final Label hint = new Label("or drag it");

  ReviewBar(AuditViewModel viewModel, ActionControls controls) {
    super(8);
    this.viewModel = viewModel;
    getStyleClass().addAll("audit-actions");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(0);
    accept = controls.textButton(StudioAction.AUDIT_ACCEPT, "Accept");
    accept.getStyleClass().removeAll(Styles.SMALL);
    accept.getStyleClass().add(Styles.ACCENT);
    Button face = controls.textButton(StudioAction.AUDIT_ACCEPT_FACE, "Accept face");
    face.getStyleClass().removeAll(Styles.SMALL);
    keep = controls.textButton(StudioAction.AUDIT_KEEP, "Keep");
    keep.getStyleClass().removeAll(Styles.SMALL);
    Button tag = controls.textButton(StudioAction.ADD_TAG, "Tag");
    tag.getStyleClass().removeAll(Styles.SMALL);
    Button skip = controls.textButton(StudioAction.AUDIT_SKIP, "Skip");
    skip.getStyleClass().removeAll(Styles.SMALL);
    hint.getStyleClass().add(Styles.TEXT_MUTED);
    hint.setMinWidth(0);
    Region spring = new Region();
    setHgrow(spring, Priority.ALWAYS);
    getChildren().addAll(accept, face, keep, tag, skip, spring, hint);
    viewModel.currentProperty().subscribe(this::refresh);
    viewModel.queue().subscribe(this::refresh);
    viewModel.session().revisionProperty().subscribe(this::refresh);
  }

  private void refresh() {
    boolean inHand = viewModel.currentProperty().get().isPresent();
    ReviewState state =
        viewModel.currentProperty().get().map(viewModel::state).orElse(ReviewState.OPEN);
    accept.setText(state.isReviewed() ? "Next" : "Accept");
    keep.setText(state == ReviewState.KEPT ? "Do not keep" : "Keep");
    hint.setVisible(inHand && !state.isReviewed());
  }
}
