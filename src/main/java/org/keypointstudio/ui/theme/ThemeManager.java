package org.keypointstudio.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.keypointstudio.project.settings.UserSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the look on: fonts, the base theme in dark or light, the program's own style sheets, and for
 * those who need it stronger contrasts over them.
 */
public final class ThemeManager {
  private static final Logger LOG = LoggerFactory.getLogger(ThemeManager.class);
  private static final String ASSETS = "/org/keypointstudio/assets/";
  private static final String FONT_FOLDER = "fonts/inter/";
  private static final List<String> FONTS =
      List.of("Inter_400Regular.ttf", "Inter_500Medium.ttf", "Inter_600SemiBold.ttf");
  private static final List<String> STYLE_SHEETS =
      List.of(
          "studio.css",
          "canvas.css",
          "train.css",
          "compare.css",
          "study.css",
          "notes.css",
          "statistics.css",
          "audit.css");
  private static final String HIGH_CONTRAST = "high-contrast.css";

  private final ObjectProperty<UserSettings.Theme> theme = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<UserSettings.Theme> look =
      new ReadOnlyObjectWrapper<>(UserSettings.Theme.LIGHT);

  private Subscription following = Subscription.EMPTY;

  /** The look of these settings. Loads the fonts. */
  public ThemeManager(UserSettings.Theme wanted) {
    FONTS.forEach(ThemeManager::loadFont);
    theme.set(wanted);
    look.subscribe(
        present -> {
          Theme base = present == UserSettings.Theme.LIGHT ? new PrimerLight() : new PrimerDark();
          Application.setUserAgentStylesheet(base.getUserAgentStylesheet());
        });
    theme.subscribe(_ -> choose());
  }

  /**
   * Follows the system's look while the window is shown. The system's preferences live as long as
   * the process, and would hold a window that was closed.
   */
  private void followSystem(boolean shown) {
    following.unsubscribe();
    following =
        shown
            ? Platform.getPreferences().colorSchemeProperty().subscribe(_ -> choose())
            : Subscription.EMPTY;
  }

  private void choose() {
    look.set(theme.get() == UserSettings.Theme.SYSTEM ? lookOfSystem() : theme.get());
  }

  /** The names are those by which JavaFX passes on what Windows and GTK say. */
  private static UserSettings.Theme lookOfSystem() {
    Platform.Preferences system = Platform.getPreferences();
    boolean strong =
        system.getBoolean("Windows.SPI.HighContrast").orElse(false)
            || system
                .getString("GTK.theme_name")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .contains("highcontrast");
    if (strong) {
      return UserSettings.Theme.HIGH_CONTRAST;
    }
    return system.getColorScheme() == ColorScheme.DARK
        ? UserSettings.Theme.DARK
        : UserSettings.Theme.LIGHT;
  }

  /** Without the font the window has the system's, and is otherwise as it should be. */
  private static void loadFont(String name) {
    try (InputStream font = ThemeManager.class.getResourceAsStream(ASSETS + FONT_FOLDER + name)) {
      if (font == null || Font.loadFont(font, 13) == null) {
        LOG.warn("The font {} cannot be used", name);
      }
    } catch (IOException problem) {
      LOG.warn("The font {} cannot be read", name, problem);
    }
  }

  private static URL asset(String path) {
    return Objects.requireNonNull(ThemeManager.class.getResource(ASSETS + path), path);
  }

  /** Adds the program's own style sheets to a scene, and those of the look as it changes. */
  public void dress(Scene scene) {
    STYLE_SHEETS.forEach(sheet -> scene.getStylesheets().add(sheet(sheet)));
    scene
        .windowProperty()
        .flatMap(Window::showingProperty)
        .orElse(false)
        .subscribe(shown -> followSystem(shown));
    look.subscribe(
        present -> {
          scene.getStylesheets().remove(sheet(HIGH_CONTRAST));
          if (present == UserSettings.Theme.HIGH_CONTRAST) {
            scene.getStylesheets().add(sheet(HIGH_CONTRAST));
          }
        });
  }

  private static String sheet(String name) {
    return asset("theme/" + name).toExternalForm();
  }

  /** Which look the person wants. */
  public ObjectProperty<UserSettings.Theme> themeProperty() {
    return theme;
  }

  /** The look in force: never {@link UserSettings.Theme#SYSTEM}. */
  public ReadOnlyObjectProperty<UserSettings.Theme> lookProperty() {
    return look.getReadOnlyProperty();
  }
}
