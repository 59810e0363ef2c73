package org.keypointstudio.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One visual language: spacing and text from their scales, colours by what they mean. */
class StyleSheetsTest {
  private static final Path FOLDER = Path.of("assets", "theme");
  private static final Set<Double> SPACING =
      Set.of(0.0, 1.0, 2.0, 4.0, 8.0, 12.0, 16.0, 20.0, 24.0, 32.0);
  private static final Set<Double> TEXT = Set.of(11.0, 12.0, 13.0, 14.0, 16.0, 18.0, 20.0, 24.0);
  private static final Pattern SPACE =
      Pattern.compile("-fx-(?:padding|spacing|hgap|vgap|graphic-text-gap): ([^;]*);");
  private static final Pattern FONT_SIZE = Pattern.compile("-fx-font-size: ([^;]*);");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

  static List<Path> sheets() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".css")).sorted().toList();
    }
  }

  private static void assertOnScale(Path sheet, Pattern pattern, Set<Double> scale)
      throws IOException {
    Matcher matcher = pattern.matcher(Files.readString(sheet));
    while (matcher.find()) {
      NUMBER
          .matcher(matcher.group(1))
          .results()
          .map(number -> Double.valueOf(number.group()))
          .forEach(
              number -> assertThat(scale).as("%s: %s", sheet, matcher.group()).contains(number));
    }
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void paddings_and_gaps_are_steps_of_the_spacing_scale(Path sheet) throws IOException {
    assertOnScale(sheet, SPACE, SPACING);
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void sizes_of_text_are_steps_of_the_type_scale(Path sheet) throws IOException {
    assertOnScale(sheet, FONT_SIZE, TEXT);
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void colours_are_named_by_what_they_mean(Path sheet) throws IOException {
    for (String line : Files.readAllLines(sheet)) {
      boolean namesOne = line.strip().matches("-(studio|color)-[a-z0-9-]+: .*");
      if (!namesOne) {
        assertThat(line)
            .as(sheet.toString())
            .doesNotContainPattern(": [^;{]*(#[0-9a-fA-F]{3,8}\\b|rgba?\\()");
      }
    }
  }
}
