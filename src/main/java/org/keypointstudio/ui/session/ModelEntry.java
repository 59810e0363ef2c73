package org.keypointstudio.ui.session;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.prediction.PredictionSet;
import org.keypointstudio.training.RunRecord;

/** A trained model in the window, with its predictions for the open data set once they are made. */
public final class ModelEntry {
  private final String name;
  private final Path runFolder;
  private final RunRecord record;
  private final int styleIndex;
  private final BooleanProperty shown = new SimpleBooleanProperty(true);
  private final ObjectProperty<Optional<PredictionSet>> predictions =
      new SimpleObjectProperty<>(Optional.empty());

  /**
   * A model without predictions.
   *
   * @param name what people call it, unique among the models of a session
   * @param runFolder where it was trained
   * @param record what its run was
   * @param styleIndex which colour and shape its marks have, counted from 0
   */
  public ModelEntry(String name, Path runFolder, RunRecord record, int styleIndex) {
    this.name = name;
    this.runFolder = runFolder;
    this.record = record;
    this.styleIndex = styleIndex;
  }

  /** What people call it. */
  public String name() {
    return name;
  }

  /** Where it was trained. */
  public Path runFolder() {
    return runFolder;
  }

  /** What its run was. */
  public RunRecord record() {
    return record;
  }

  /** Which colour and shape its marks have, counted from 0. */
  public int styleIndex() {
    return styleIndex;
  }

  /** Whether its predictions are drawn. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** Its predictions for the open data set; empty until they are made. */
  public ObjectProperty<Optional<PredictionSet>> predictionsProperty() {
    return predictions;
  }

  /** Its prediction for one face, once made. */
  public Optional<Annotation> prediction(int faceIndex) {
    return predictions
        .get()
        .filter(set -> faceIndex >= 0 && faceIndex < set.predictions().size())
        .map(set -> set.predictions().get(faceIndex));
  }
}
