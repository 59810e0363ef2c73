package org.keypointstudio.ui.search;

import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.ui.session.StudioSession;

/** Jumps to a face by its row or its name. */
public final class GoToFaceViewModel {
  private final StudioSession session;
  private final Runnable showAll;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");

  /**
   * Jumping through a session's faces.
   *
   * @param showAll drops the filter
   */
  public GoToFaceViewModel(StudioSession session, Runnable showAll) {
    this.session = session;
    this.showAll = showAll;
    text.subscribe(this::describe);
  }

  /** Begins anew. */
  public void begin() {
    text.set("");
    describe();
  }

  private void describe() {
    int faces = session.openDataSet().map(open -> open.dataSet().size()).orElse(0);
    OptionalInt face = face();
    if (text.get().isBlank()) {
      answer.set("A row from 1 to %,d, or a name.".formatted(faces));
    } else if (face.isEmpty()) {
      answer.set("There is no such face; rows go from 1 to %,d.".formatted(faces));
    } else {
      answer.set(description(face.getAsInt()));
    }
  }

  private String description(int face) {
    String name = session.facts().map(facts -> facts.name(face)).orElse("");
    return "%s (%,d in files that count rows from 0)%s"
        .formatted(
            name,
            face,
            session.shownFaces().contains(face) ? "" : ": it does not fit the filter, which ends");
  }

  /** Which face is meant; a number is a row, anything else the name or the beginning of one. */
  private OptionalInt face() {
    String wanted = text.get().strip();
    if (wanted.isEmpty() || session.openDataSet().isEmpty()) {
      return OptionalInt.empty();
    }
    FaceDataSet faces = session.openDataSet().get().dataSet();
    if (wanted.matches("\\d{1,9}")) {
      int row = Integer.parseInt(wanted);
      return row >= 1 && row <= faces.size() ? OptionalInt.of(row - 1) : OptionalInt.empty();
    }
    OptionalInt exact = first(faces, face -> faces.face(face).name().equalsIgnoreCase(wanted));
    return exact.isPresent()
        ? exact
        : first(
            faces,
            face -> faces.face(face).name().regionMatches(true, 0, wanted, 0, wanted.length()));
  }

  private static OptionalInt first(FaceDataSet faces, IntPredicate fits) {
    return IntStream.range(0, faces.size()).filter(fits).findFirst();
  }

  /** Selects the face that is meant, and ends; nothing happens if there is none. */
  public void go() {
    face()
        .ifPresent(
            face -> {
              if (!session.shownFaces().contains(face)) {
                showAll.run();
              }
              session.selectedFaceProperty().set(face);
              shown.set(false);
            });
  }

  /** Whether the person is asked. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** What is typed. */
  public StringProperty textProperty() {
    return text;
  }

  /** Which face that is. */
  public ReadOnlyStringProperty answerProperty() {
    return answer.getReadOnlyProperty();
  }
}
