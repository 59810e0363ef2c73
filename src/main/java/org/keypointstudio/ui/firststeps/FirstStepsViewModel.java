package org.keypointstudio.ui.firststeps;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.keypointstudio.project.settings.UserSettings;
import org.keypointstudio.ui.action.ActionRegistry;
import org.keypointstudio.ui.action.KeyText;
import org.keypointstudio.ui.action.StudioAction;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.settings.Settings;
import org.keypointstudio.ui.starter.SamplesViewModel;

/**
 * Shows a person around: through the workspaces in the order of the work, on the data set that is
 * open, else on the sample data. Offered once, and from then on in the menu.
 */
public final class FirstStepsViewModel {
  private static final List<FirstStep> STEPS = List.of(FirstStep.values());

  private final StudioSession session;
  private final SamplesViewModel samples;
  private final Settings settings;
  private final ActionRegistry actions;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final ObjectProperty<FirstStep> step = new SimpleObjectProperty<>(FirstStep.LOOK);

  /** The first steps of a window. */
  public FirstStepsViewModel(
      StudioSession session, SamplesViewModel samples, Settings settings, ActionRegistry actions) {
    this.session = session;
    this.samples = samples;
    this.settings = settings;
    this.actions = actions;
  }

  /** Whether there are faces to show a person around. */
  public BooleanBinding available() {
    return Bindings.createBooleanBinding(
        () -> samples.isPresent() || session.openDataSet().isPresent(),
        session.openDataSetProperty());
  }

  /** Whether the steps are to be offered by themselves, since nobody saw or refused them yet. */
  public ObservableBooleanValue offered() {
    return Bindings.createBooleanBinding(
        () -> samples.isPresent() && !settings.valueProperty().get().shownAround(),
        settings.valueProperty());
  }

  /** Begins with the first step. */
  public void begin() {
    settings.update(UserSettings::withShownAround);
    if (session.openDataSet().isEmpty()) {
      samples.open();
    }
    go(FirstStep.LOOK);
    shown.set(true);
  }

  /** They are not wanted. */
  public void refuse() {
    settings.update(UserSettings::withShownAround);
  }

  /** One step on; behind the last one the end. */
  public void next() {
    if (isLast()) {
      shown.set(false);
    } else {
      go(STEPS.get(number()));
    }
  }

  /** One step back. */
  public void back() {
    go(STEPS.get(Math.max(0, number() - 2)));
  }

  private void go(FirstStep wanted) {
    step.set(wanted);
    actions.perform(wanted.place());
  }

  /** Which step it is, counted from 1. */
  int number() {
    return STEPS.indexOf(step.get()) + 1;
  }

  /** How many steps there are. */
  int count() {
    return STEPS.size();
  }

  /** Whether it is the last step. */
  boolean isLast() {
    return number() == STEPS.size();
  }

  /** What is said at the present step, with the keys that are in force. */
  String text() {
    FirstStep present = step.get();
    return present.text().formatted(present.keys().stream().map(this::keyOf).toArray());
  }

  private String keyOf(StudioAction action) {
    return actions.keys(action).stream().findFirst().map(KeyText::of).orElse(action.text());
  }

  /** Whether the person is being shown around. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** Where the person is. */
  ReadOnlyObjectProperty<FirstStep> stepProperty() {
    return step;
  }
}
