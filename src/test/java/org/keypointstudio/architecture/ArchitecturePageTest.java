package org.keypointstudio.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keypointstudio.documents.GeneratedPage.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keypointstudio.documents.GeneratedPage;

/** The picture of the layers is that of the rule which holds them. */
class ArchitecturePageTest {
  private static final Path SOURCES = Path.of("src/main/java/org/keypointstudio");
  private static final Pattern DOCUMENTATION =
      Pattern.compile("/\\*\\*(.*?)\\*/\\s*@NullMarked", Pattern.DOTALL);

  @Test
  void docs_architecture_shows_the_layers_that_the_rule_holds() throws IOException {
    StringBuilder part = new StringBuilder("```mermaid\nflowchart TB\n");
    for (String layer : Layers.names()) {
      part.append("  %1$s[%1$s]%n".formatted(layer));
      for (String below : Layers.justBelow(layer)) {
        part.append("  %s --> %s%n".formatted(layer, below));
      }
    }
    part.append("```\n\n| layer | what it is | may know |\n|---|---|---|\n");
    for (String layer : Layers.names().reversed()) {
      part.append(
          "| `%s` | %s | %s |%n"
              .formatted(layer, cell(purpose(layer)), String.join(", ", known(layer))));
    }
    new GeneratedPage("docs/architecture.md").holdsPart(part.toString());
  }

  @Test
  void each_folder_of_the_sources_is_a_layer() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("src/main/java/org/keypointstudio"))) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(Layers.names());
    }
  }

  private static List<String> known(String layer) {
    List<String> known = Layers.knownTo(layer);
    return known.size() == Layers.names().size() - 1 ? List.of("all others") : known;
  }

  /** What the documentation of the layer's uppermost package says. */
  private static String purpose(String layer) throws IOException {
    Path description;
    try (Stream<Path> files = Files.walk(SOURCES.resolve(layer))) {
      description =
          files
              .filter(file -> file.endsWith("package-info.java"))
              .min((a, b) -> Integer.compare(a.getNameCount(), b.getNameCount()))
              .orElseThrow();
    }
    Matcher text = DOCUMENTATION.matcher(Files.readString(description));
    if (!text.find()) {
      throw new IllegalStateException(description + " says nothing.");
    }
    return text.group(1).replaceAll("\\s*\\n\\s*\\*?\\s*", " ").strip();
  }
}
