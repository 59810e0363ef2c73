package org.keypointstudio.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.keypointstudio.project.settings.UserSettings;

/** Puts the look on: fonts, the base theme in dark or light, and the program's own style sheets. */
public final class ThemeManager {
  private static final List<String> FONTS =
      List.of("Inter_400Regular.ttf", "Inter_500Medium.ttf", "Inter_600SemiBold.ttf");
  private static final List<String> STYLE_SHEETS =
      List.of("studio.css", "train.css", "compare.css", "study.css", "notes.css");

  private final BooleanProperty dark = new SimpleBooleanProperty();

  /** The look of these settings. Loads the fonts. */
  public ThemeManager(UserSettings.Theme theme) {
    FONTS.forEach(ThemeManager::loadFont);
    dark.set(
        switch (theme) {
          case DARK, HIGH_CONTRAST -> true;
          case LIGHT -> false;
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        });
    dark.subscribe(
        isDark -> {
          Theme base = isDark ? new PrimerDark() : new PrimerLight();
          Application.setUserAgentStylesheet(base.getUserAgentStylesheet());
        });
  }

  private static void loadFont(String name) {
    try (InputStream font = asset("fonts/inter/" + name).openStream()) {
      Font.loadFont(font, 13);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static URL asset(String path) {
    return Objects.requireNonNull(
        ThemeManager.class.getResource("/org/keypointstudio/assets/" + path), path);
  }

  /** Adds the program's own style sheets to a scene. */
  public void dress(Scene scene) {
    STYLE_SHEETS.forEach(
        sheet -> scene.getStylesheets().add(asset("theme/" + sheet).toExternalForm()));
  }

  /** Whether the look is dark. */
  public BooleanProperty darkProperty() {
    return dark;
  }
}
