package org.keypointstudio.ui.canvas.tools;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.ui.session.StudioSession;

/**
 * The keypoints of the selected face that are selected together. The session's selected keypoint is
 * always one of them; whoever selects another one, selects that one alone.
 */
public final class KeypointSelection {
  private final StudioSession session;
  private final ReadOnlyObjectWrapper<Set<Integer>> keypoints =
      new ReadOnlyObjectWrapper<>(Set.of());
  private final ObjectProperty<Optional<Rectangle2D>> marquee =
      new SimpleObjectProperty<>(Optional.empty());

  /** The selection of a session. */
  public KeypointSelection(StudioSession session) {
    this.session = session;
    session.selectedKeypointProperty().subscribe(this::follow);
    session.selectedFaceProperty().subscribe(this::reduce);
  }

  private void follow() {
    if (!keypoints.get().contains(primary())) {
      reduce();
    }
  }

  private void reduce() {
    marquee.set(Optional.empty());
    keypoints.set(primary() == StudioSession.NONE ? Set.of() : Set.of(primary()));
  }

  private int primary() {
    return session.selectedKeypointProperty().get();
  }

  /** Selects these keypoints and no others. */
  public void select(Collection<Integer> wanted) {
    SortedSet<Integer> sorted = new TreeSet<>(wanted);
    keypoints.set(Collections.unmodifiableSortedSet(sorted));
    if (!sorted.contains(primary())) {
      session
          .selectedKeypointProperty()
          .set(sorted.isEmpty() ? StudioSession.NONE : sorted.first());
    }
  }

  /** Selects a keypoint besides the others, or lets go of it. */
  public void toggle(int keypoint) {
    Set<Integer> wanted = new TreeSet<>(keypoints.get());
    if (!wanted.remove(keypoint)) {
      wanted.add(keypoint);
    }
    select(wanted);
  }

  /** Selects all keypoints of the face that have a place. */
  public void selectAll() {
    session
        .selectedAnnotation()
        .ifPresent(
            annotation ->
                select(
                    IntStream.range(0, annotation.size())
                        .filter(annotation::isPlaced)
                        .boxed()
                        .toList()));
  }

  /**
   * A frame is drawn about keypoints.
   *
   * @param frame in image coordinates
   */
  public void drawMarquee(Rectangle2D frame) {
    marquee.set(Optional.of(frame));
  }

  /**
   * The frame is done: what lies in it is selected.
   *
   * @param adding whether what was selected before stays so
   */
  public void closeMarquee(boolean adding) {
    Optional<Rectangle2D> drawn = marquee.get();
    marquee.set(Optional.empty());
    drawn.ifPresent(
        frame -> {
          Set<Integer> wanted = within(frame);
          if (adding) {
            wanted.addAll(keypoints.get());
          }
          select(wanted);
        });
  }

  private Set<Integer> within(Rectangle2D frame) {
    Annotation annotation = session.selectedAnnotation().orElse(Annotation.unlabelled(0));
    return IntStream.range(0, annotation.size())
        .filter(annotation::isPlaced)
        .filter(keypoint -> frame.contains(annotation.x(keypoint), annotation.y(keypoint)))
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether several keypoints are selected. */
  public boolean isGroup() {
    return keypoints.get().size() > 1;
  }

  /** The selected keypoints, by their indices in the schema. */
  public Set<Integer> keypoints() {
    return keypoints.get();
  }

  /** The selected keypoints, by their indices in the schema. */
  public ReadOnlyObjectProperty<Set<Integer>> keypointsProperty() {
    return keypoints.getReadOnlyProperty();
  }

  /** The frame that is being drawn, in image coordinates; empty if none is. */
  public ReadOnlyObjectProperty<Optional<Rectangle2D>> marqueeProperty() {
    return marquee;
  }
}
