package org.keypointstudio.app;

import java.io.IOException;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;

/**
 * The screen that windows are shown on. An installed program is started without the launcher
 * script, which looks for a screen too.
 */
final class Display {
  private static final String PLATFORM = "glass.platform";
  private static final String RENDERER = "prism.order";

  private final String system;
  private final UnaryOperator<String> environment;
  private final Properties properties;

  /**
   * A screen.
   *
   * @param system the operating system's name, as in {@code os.name}
   * @param environment gives the value that a variable has, or nothing
   * @param properties what JavaFX chooses its platform by when it starts
   */
  Display(String system, UnaryOperator<String> environment, Properties properties) {
    this.system = system;
    this.environment = environment;
    this.properties = properties;
  }

  /** The screen of this process. */
  static Display ofProcess() {
    return new Display(System.getProperty("os.name"), System::getenv, System.getProperties());
  }

  /**
   * Refuses to go on where a person could see no window.
   *
   * @throws IOException if there is no screen; the message says what to do
   */
  void require() throws IOException {
    if (isMissing()) {
      throw new IOException(
          "There is no display to show the window on: set DISPLAY, or run tour, which needs none.");
    }
  }

  /** Lets JavaFX draw into memory where there is no screen. To be called before JavaFX starts. */
  void doWithoutIfMissing() {
    if (isMissing()) {
      properties.setProperty(PLATFORM, "Headless");
      properties.setProperty(RENDERER, "sw");
    }
  }

  private boolean isMissing() {
    return system.startsWith("Linux")
        && properties.getProperty(PLATFORM) == null
        && !isSet("DISPLAY")
        && !isSet("WAYLAND_DISPLAY");
  }

  private boolean isSet(String variable) {
    return Optional.ofNullable(environment.apply(variable)).filter(v -> !v.isEmpty()).isPresent();
  }
}
