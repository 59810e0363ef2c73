package org.keypointstudio.ui.file;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.keypointstudio.dataset.FaceDataSet;

/**
 * The first faces of the data set that is being opened, to be looked at while the others are still
 * being read. Of several openings at a time the last one counts. Lives on the window's thread.
 */
public final class FirstFaces {
  private final ReadOnlyObjectWrapper<Optional<FaceDataSet>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private int openings;

  FirstFaces() {}

  /** A data set is being opened. */
  Opening begin() {
    shown.set(Optional.empty());
    openings++;
    return new Opening(openings);
  }

  /** The faces; empty while nothing is being opened, or nothing of it is read. */
  public ReadOnlyObjectProperty<Optional<FaceDataSet>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** One data set on its way into the window. */
  final class Opening {
    private final int number;

    private Opening(int number) {
      this.number = number;
    }

    /** These faces are read. */
    void show(FaceDataSet faces) {
      if (number == openings) {
        shown.set(Optional.of(faces));
      }
    }

    /** The data set is open, or will not be. */
    void end() {
      if (number == openings) {
        shown.set(Optional.empty());
      }
    }
  }
}
