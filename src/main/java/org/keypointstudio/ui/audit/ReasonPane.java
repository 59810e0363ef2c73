package org.keypointstudio.ui.audit;

import atlantafx.base.theme.Styles;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.project.audit.AuditRecord;
import org.keypointstudio.project.audit.Finding;
import org.keypointstudio.ui.session.OpenDataSet;

/** Why the label in hand is suspicious, what else is on its face, and what to do after a review. */
final class ReasonPane extends BorderPane {
  private static final int MOST_NOTES = 4;

  private final AuditViewModel viewModel;
  private final VBox why = new VBox(8);
  private final VBox sameFace = new VBox(2);
  private final Label audited = muted();
  private final Label outOfDate = new Label();
  private final VBox auditNotes = new VBox(4);

  /**
   * The pane.
   *
   * @param notes what is said of the selected face
   * @param retrain trains on the labels as they are
   * @param again shows the choices for another audit
   */
  ReasonPane(AuditViewModel viewModel, Node notes, Runnable retrain, Runnable again) {
    this.viewModel = viewModel;
    getStyleClass().add("audit-reason");
    why.setId("audit-why");
    outOfDate.setId("audit-out-of-date");
    outOfDate.setWrapText(true);
    outOfDate.getStyleClass().add("audit-out-of-date");
    outOfDate.managedProperty().bind(outOfDate.visibleProperty());
    VBox content = new VBox(12, why, new Separator(), sameFace, new Separator(), notes);
    content.getStyleClass().add("audit-reason-content");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    setCenter(scroll);
    setBottom(afterwards(retrain, again));
    viewModel.currentProperty().subscribe(this::refresh);
    viewModel.queue().subscribe(this::refresh);
    viewModel.session().revisionProperty().subscribe(this::refresh);
    viewModel.changedFacesProperty().subscribe(_ -> refresh());
    viewModel.reviewProperty().subscribe(this::refresh);
    refresh();
  }

  private VBox afterwards(Runnable retrain, Runnable again) {
    Button train = new Button("Retrain with these corrections");
    train.getStyleClass().add(Styles.SMALL);
    train.setId("audit-retrain");
    train.setTooltip(new Tooltip("Train a model on the labels as they are now"));
    train.setOnAction(_ -> retrain.run());
    Button auditAgain = new Button("Audit again…");
    auditAgain.getStyleClass().add(Styles.SMALL);
    auditAgain.setId("audit-again");
    auditAgain.setTooltip(new Tooltip("Judge all labels anew, as they are now"));
    auditAgain.setOnAction(_ -> again.run());
    FlowPane buttons = new FlowPane(8, 8, train, auditAgain);
    VBox afterwards =
        new VBox(
            8,
            title("Audit"),
            audited,
            outOfDate,
            auditNotes,
            new RunProgressPane(viewModel.run()),
            buttons);
    afterwards.getStyleClass().add("audit-afterwards");
    return afterwards;
  }

  private static Label title(String text) {
    Label title = new Label(text);
    title.getStyleClass().add(Styles.TEXT_BOLD);
    return title;
  }

  private static Label muted() {
    Label label = new Label();
    label.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    label.setWrapText(true);
    return label;
  }

  private void refresh() {
    Optional<KeypointSchema> schema =
        viewModel.session().openDataSet().map(OpenDataSet::document).map(it -> it.schema());
    Optional<Finding> current = viewModel.currentProperty().get();
    why.getChildren()
        .setAll(
            current
                .flatMap(finding -> schema.map(it -> describe(finding, it)))
                .orElseGet(this::nothingInHand));
    List<Finding> others =
        viewModel.ofSelectedFace().stream()
            .filter(finding -> current.filter(finding::equals).isEmpty())
            .toList();
    sameFace.getChildren().setAll(title("On the same face"));
    schema.ifPresent(it -> others.forEach(other -> sameFace.getChildren().add(row(other, it))));
    if (others.isEmpty()) {
      Label none = muted();
      none.setText("No other label of this face is suspicious.");
      sameFace.getChildren().add(none);
    }
    audited.setText(
        viewModel
            .audited()
            .map(audit -> AuditWords.audited(audit, ZoneId.systemDefault()))
            .orElse(""));
    outOfDate.setText(AuditWords.outOfDate(viewModel.changedFacesProperty().get()));
    outOfDate.setVisible(!outOfDate.getText().isEmpty());
    auditNotes
        .getChildren()
        .setAll(viewModel.audited().map(ReasonPane::auditNotes).orElse(List.of()));
  }

  private static List<Label> auditNotes(AuditRecord audit) {
    return audit.notes().stream()
        .limit(MOST_NOTES)
        .map(
            note -> {
              Label label = muted();
              label.setText(note);
              return label;
            })
        .toList();
  }

  private List<Node> nothingInHand() {
    ReviewProgress made = viewModel.progress();
    boolean done = made.isDone();
    Label title =
        new Label(
            !done
                ? "Nothing in hand"
                : made.skipped() > 0 ? "Reviewed, but for the skipped ones" : "All are reviewed");
    title.getStyleClass().add(Styles.TITLE_4);
    Label text = muted();
    text.setText(
        done
            ? "Retrain with the corrections, or audit again with the corrected labels."
            : "No suspicious label of this face is in the queue. D takes the next one in hand.");
    return List.of(title, text);
  }

  private List<Node> describe(Finding finding, KeypointSchema schema) {
    Label name = new Label(schema.displayName(finding.keypoint()));
    name.getStyleClass().add(Styles.TITLE_4);
    name.setMinWidth(0);
    Label kind = new Label(finding.suspicion().kind().displayName());
    kind.getStyleClass().add("suspicion-chip");
    kind.setMinWidth(Region.USE_PREF_SIZE);
    Label likely =
        new Label("%s likely wrong".formatted(AuditWords.probability(finding.suspicion())));
    likely.setMinWidth(0);
    HBox chips = new HBox(8, kind, likely);
    chips.setAlignment(Pos.CENTER_LEFT);
    Label reason = new Label(finding.suspicion().reason());
    reason.setWrapText(true);
    reason.setId("audit-reason-text");
    Label places = muted();
    places.setText(AuditWords.places(finding));
    Label state = new Label(viewModel.state(finding).toString());
    state.setId("audit-state-text");
    state.getStyleClass().add("finding-state");
    state.setVisible(viewModel.state(finding) != ReviewState.OPEN);
    state.setManaged(state.isVisible());
    return List.of(name, chips, state, reason, places);
  }

  private HBox row(Finding finding, KeypointSchema schema) {
    Hyperlink link = new Hyperlink(schema.displayName(finding.keypoint()));
    link.setOnAction(_ -> viewModel.select(finding));
    link.setFocusTraversable(false);
    link.setMinWidth(0);
    Label state =
        new Label(
            viewModel.state(finding) == ReviewState.OPEN
                ? AuditWords.probability(finding.suspicion())
                : viewModel.state(finding).toString());
    state.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    state.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(8, link, state);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
