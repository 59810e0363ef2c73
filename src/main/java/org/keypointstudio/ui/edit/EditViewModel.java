package org.keypointstudio.ui.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.edit.Change;
import org.keypointstudio.ghost.Ghost;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Origin;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.ui.canvas.CanvasFrame;
import org.keypointstudio.ui.canvas.CanvasViewModel;
import org.keypointstudio.ui.canvas.tools.KeypointEditingViewModel;
import org.keypointstudio.ui.ghost.GhostsViewModel;
import org.keypointstudio.ui.session.StudioSession;

/**
 * What the Edit workspace shows: the face, its keypoints as rows, the history, and the next step.
 */
public final class EditViewModel {
  private final StudioSession session;
  private final CanvasViewModel canvas;
  private final KeypointEditingViewModel editing;
  private final GhostsViewModel ghosts;

  /**
   * One keypoint as a row of the table.
   *
   * @param index in the schema
   * @param name for people
   * @param visibility what is known of it
   * @param x in pixels, NaN without a place; of the ghost if there is one
   * @param y in pixels, NaN without a place; of the ghost if there is one
   * @param from who says where it is; empty if nobody does
   * @param ghost whether that is only a proposal
   * @param locked whether it must stay as it is
   */
  public record KeypointRow(
      int index,
      String name,
      Visibility visibility,
      double x,
      double y,
      String from,
      boolean ghost,
      boolean locked) {}

  /**
   * One step of the history.
   *
   * @param text what was done, and to which face
   * @param undone whether it was taken back
   */
  public record HistoryRow(String text, boolean undone) {}

  /** The workspace of a session. */
  public EditViewModel(
      StudioSession session,
      CanvasViewModel canvas,
      KeypointEditingViewModel editing,
      GhostsViewModel ghosts) {
    this.session = session;
    this.canvas = canvas;
    this.editing = editing;
    this.ghosts = ghosts;
  }

  /** What the canvas paints; empty if no face is selected. */
  public Optional<CanvasFrame> frame() {
    return editing.frame(canvas);
  }

  /** A face's annotation as it was when the data set was opened. */
  public Optional<Annotation> loadedAnnotation(int face) {
    return session
        .openDataSet()
        .filter(open -> face >= 0 && face < open.document().size())
        .map(open -> open.document().loadedLabels(face).annotation());
  }

  /** The keypoints of the selected face, with the dragged one where the mouse has it. */
  public List<KeypointRow> keypointRows() {
    int face = session.selectedFaceProperty().get();
    return session
        .openDataSet()
        .filter(_ -> face != StudioSession.NONE)
        .map(open -> rows(open.document().schema(), open.document().labels(face)))
        .orElse(List.of());
  }

  private List<KeypointRow> rows(KeypointSchema schema, FaceLabels labels) {
    Annotation annotation = editing.displayedAnnotation().orElse(labels.annotation());
    List<KeypointRow> rows = new ArrayList<>();
    for (int i = 0; i < annotation.size(); i++) {
      Keypoint keypoint = annotation.keypoint(i);
      Optional<Ghost> ghost = keypoint.isPlaced() ? Optional.empty() : ghosts.ghost(i);
      boolean dragged = !keypoint.equals(labels.annotation().keypoint(i));
      Origin origin = dragged ? Origin.HAND : labels.origin(i);
      boolean labelled = keypoint.visibility() != Visibility.UNLABELLED;
      rows.add(
          new KeypointRow(
              i,
              schema.displayName(i),
              keypoint.visibility(),
              ghost.map(Ghost::x).orElse(keypoint.x()),
              ghost.map(Ghost::y).orElse(keypoint.y()),
              ghost.map(EditViewModel::ghostText).orElse(labelled ? origin.displayName() : ""),
              ghost.isPresent(),
              labels.isLocked(i)));
    }
    return rows;
  }

  private static String ghostText(Ghost ghost) {
    return "ghost %d %%".formatted(Math.min(99, Math.round(100 * ghost.confidence())));
  }

  /** The history, oldest step first, after a row for what was opened; empty without a step. */
  public List<HistoryRow> historyRows() {
    List<HistoryRow> rows = new ArrayList<>();
    session
        .openDataSet()
        .ifPresent(
            open -> {
              AnnotationDocument document = open.document();
              if (!document.history().isEmpty()) {
                rows.add(new HistoryRow("As opened", false));
              }
              for (Change change : document.history()) {
                List<Integer> faces = change.faces();
                String face =
                    faces.size() == 1
                        ? open.dataSet().face(faces.getFirst()).name()
                        : "%,d faces".formatted(faces.size());
                rows.add(
                    new HistoryRow(
                        "%s — %s".formatted(change.describe(document.schema()), face),
                        rows.size() > document.historyPosition()));
              }
            });
    return rows;
  }

  /** The name of the selected face, or an empty text. */
  public String faceName() {
    int face = session.selectedFaceProperty().get();
    return session
        .openDataSet()
        .filter(_ -> face != StudioSession.NONE)
        .map(open -> open.dataSet().face(face).name())
        .orElse("");
  }

  /** "4 of 15 points · 17 of 320", or an empty text. */
  public String faceSummary() {
    return session.selectedAnnotation().map(this::summary).orElse("");
  }

  /**
   * Undoes or redoes until a step of the history is the last one that holds.
   *
   * @param row position in {@link #historyRows}; 0 takes everything back
   */
  public void goToHistory(int row) {
    session.openDataSet().ifPresent(open -> open.document().goTo(row));
  }

  private String summary(Annotation points) {
    int position = session.shownFaces().indexOf(session.selectedFaceProperty().get()) + 1;
    String place =
        position == 0
            ? "outside the filter"
            : "%,d of %,d".formatted(position, session.shownFaces().size());
    return "%d of %d points · %s".formatted(points.placedCount(), points.size(), place);
  }

  /** What a person can do next, in one sentence. */
  public String hint() {
    int selected = session.selectedKeypointProperty().get();
    Optional<Annotation> annotation = session.selectedAnnotation();
    if (annotation.isEmpty()) {
      return "";
    }
    if (selected == StudioSession.NONE) {
      return annotation.get().unlabelledCount() > 0
          ? "Drag a point to correct it. Press N to place the missing ones."
          : "Drag a point to correct it. A and D go from face to face.";
    }
    String name =
        session
            .openDataSet()
            .map(open -> open.document().schema().displayName(selected))
            .orElse("");
    if (editing.isLocked(selected)) {
      return "The %s is locked. L unlocks it.".formatted(name);
    }
    if (ghosts.ghost(selected).isPresent()) {
      return "%s: Enter or a double click accepts the ghost, drag it to correct it, click to place it yourself."
          .formatted(name);
    }
    return annotation.get().isPlaced(selected)
        ? "%s: drag it, nudge it with the arrow keys, Del clears it, Esc lets go.".formatted(name)
        : "Click where the %s is. Tab takes the next point, Esc stops.".formatted(name);
  }
}
