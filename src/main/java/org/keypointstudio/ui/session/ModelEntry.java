package org.keypointstudio.ui.session;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.prediction.PredictionSet;
import org.keypointstudio.project.RunLabel;
import org.keypointstudio.training.RunRecord;

/** A trained model in the window, with its predictions for the open data set once they are made. */
public final class ModelEntry {
  private final String name;
  private final Path runFolder;
  private final RunRecord record;
  private final int styleIndex;
  private final ObjectProperty<RunLabel> label;
  private final boolean starter;
  private final BooleanProperty shown = new SimpleBooleanProperty(true);
  private final ObjectProperty<Optional<PredictionSet>> predictions =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<PredictionSet>> mirrored =
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
    this(name, runFolder, record, styleIndex, RunLabel.none());
  }

  /**
   * A model without predictions, of which a person said something.
   *
   * @param label what they said
   */
  public ModelEntry(String name, Path runFolder, RunRecord record, int styleIndex, RunLabel label) {
    this(name, runFolder, record, styleIndex, label, false);
  }

  private ModelEntry(
      String name,
      Path runFolder,
      RunRecord record,
      int styleIndex,
      RunLabel label,
      boolean starter) {
    this.name = name;
    this.runFolder = runFolder;
    this.record = record;
    this.styleIndex = styleIndex;
    this.label = new SimpleObjectProperty<>(label);
    this.starter = starter;
  }

  /** A model that came with the program, without predictions. */
  public static ModelEntry starter(String name, Path runFolder, RunRecord record, int styleIndex) {
    return new ModelEntry(name, runFolder, record, styleIndex, RunLabel.none(), true);
  }

  /** Whether it came with the program, so that its error was measured on other faces. */
  public boolean isStarter() {
    return starter;
  }

  /** The same model under another name, with the predictions that are made by now. */
  public ModelEntry renamed(String newName) {
    ModelEntry renamed =
        new ModelEntry(newName, runFolder, record, styleIndex, label.get(), starter);
    renamed.shown.set(shown.get());
    renamed.predictions.set(
        predictions.get().map(made -> new PredictionSet(newName, made.predictions())));
    renamed.mirrored.set(mirrored.get());
    return renamed;
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

  /** What a person said about its run. */
  public ObjectProperty<RunLabel> labelProperty() {
    return label;
  }

  /** Whether its predictions are drawn. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** Its predictions for the open data set; empty until they are made. */
  public ObjectProperty<Optional<PredictionSet>> predictionsProperty() {
    return predictions;
  }

  /**
   * What it says of the mirrored faces, brought back onto the faces as they are; empty until
   * somebody wants to know how sure it is.
   */
  public ObjectProperty<Optional<PredictionSet>> mirroredProperty() {
    return mirrored;
  }

  /** Its prediction for one face, once made. */
  public Optional<Annotation> prediction(int faceIndex) {
    return predictions
        .get()
        .filter(set -> faceIndex >= 0 && faceIndex < set.predictions().size())
        .map(set -> set.predictions().get(faceIndex));
  }
}
