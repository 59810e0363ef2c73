package org.keypointstudio.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The folder where each system wants a program's settings and logs to be. */
final class UserFolder {
  private static final String NAME = "keypoint-studio";

  private UserFolder() {}

  /**
   * The folder, which need not exist yet.
   *
   * @param system name of the operating system, as Java's property {@code os.name} has it
   * @param home of the person
   * @param environment of the process
   */
  static Path of(String system, Path home, Map<String, String> environment) {
    String lowerCase = system.toLowerCase(Locale.ROOT);
    if (lowerCase.startsWith("windows")) {
      return fromEnvironment(environment, "APPDATA", home.resolve("AppData/Roaming"));
    }
    if (lowerCase.startsWith("mac")) {
      return home.resolve("Library/Application Support").resolve(NAME);
    }
    return fromEnvironment(environment, "XDG_DATA_HOME", home.resolve(".local/share"));
  }

  private static Path fromEnvironment(
      Map<String, String> environment, String variable, Path otherwise) {
    String value = environment.getOrDefault(variable, "");
    return (value.isBlank() ? otherwise : Path.of(value)).resolve(NAME);
  }
}
