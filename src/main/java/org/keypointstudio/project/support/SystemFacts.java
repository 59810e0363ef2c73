package org.keypointstudio.project.support;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the program runs on. */
final class SystemFacts {
  private static final long MEGABYTE = 1 << 20;
  private static final List<String> PROPERTIES =
      List.of(
          "java.vendor.version",
          "java.runtime.version",
          "java.vm.name",
          "javafx.runtime.version",
          "glass.platform",
          "prism.order",
          "os.name",
          "os.version",
          "os.arch");

  private SystemFacts() {}

  /** A fact a line. */
  static String describe() {
    Runtime machine = Runtime.getRuntime();
    List<String> lines = new ArrayList<>();
    lines.add("Keypoint Studio " + version());
    for (String property : PROPERTIES) {
      Optional.ofNullable(System.getProperty(property))
          .ifPresent(value -> lines.add("%s = %s".formatted(property, value)));
    }
    lines.add("language = " + Locale.getDefault().toLanguageTag());
    lines.add("cores = " + machine.availableProcessors());
    lines.add(
        "heap = %,d MB of %,d MB"
            .formatted(
                (machine.totalMemory() - machine.freeMemory()) / MEGABYTE,
                machine.maxMemory() / MEGABYTE));
    lines.add("libraries = " + libraries());
    return String.join("\n", lines) + "\n";
  }

  private static String version() {
    return Optional.ofNullable(SystemFacts.class.getPackage().getImplementationVersion())
        .orElse("(from source)");
  }

  /** The names of the jars alone: where they lie may name a person. */
  private static String libraries() {
    return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .map(entry -> String.valueOf(Path.of(entry).getFileName()))
        .sorted()
        .reduce((before, name) -> before + ", " + name)
        .orElse("unknown");
  }
}
