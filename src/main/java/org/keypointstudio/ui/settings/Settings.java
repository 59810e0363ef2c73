package org.keypointstudio.ui.settings;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.keypointstudio.project.settings.SettingsStore;
import org.keypointstudio.project.settings.UserSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings, stored in the background at each change. Lives on the window's thread. */
public final class Settings {
  private static final Logger LOG = LoggerFactory.getLogger(Settings.class);

  private final SettingsStore store;
  private final Executor writer;
  private final ReadOnlyObjectWrapper<UserSettings> value;

  /**
   * Settings that begin with these.
   *
   * @param writer runs one action at a time, in order
   */
  public Settings(UserSettings initial, SettingsStore store, Executor writer) {
    this.value = new ReadOnlyObjectWrapper<>(initial);
    this.store = store;
    this.writer = writer;
  }

  /** The present settings. */
  public ReadOnlyObjectProperty<UserSettings> valueProperty() {
    return value.getReadOnlyProperty();
  }

  /** Changes the settings and stores them. */
  public void update(UnaryOperator<UserSettings> change) {
    UserSettings changed = change.apply(value.get());
    if (changed.equals(value.get())) {
      return;
    }
    value.set(changed);
    writer.execute(
        () -> {
          try {
            store.store(changed);
          } catch (IOException problem) {
            LOG.warn("The settings cannot be stored", problem);
          }
        });
  }
}
