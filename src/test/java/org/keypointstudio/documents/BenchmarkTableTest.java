package org.keypointstudio.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The figures that the README takes from the pages of benchmarks are those of the pages. */
class BenchmarkTableTest {
  private static final Pattern ROW =
      Pattern.compile("\\| [^|]+ \\| ([^|]+) \\| \\[`[^`]+`]\\((docs/benchmarks[^)]*\\.md)\\) \\|");
  private static final Pattern NUMBER = Pattern.compile("[0-9][0-9.,]*[0-9]");

  @Test
  void each_figure_of_the_readme_stands_in_the_page_it_names() throws IOException {
    List<Matcher> rows =
        Files.readAllLines(Path.of("README.md")).stream()
            .map(ROW::matcher)
            .filter(Matcher::matches)
            .toList();

    assertThat(rows).isNotEmpty();
    for (Matcher row : rows) {
      String page = Files.readString(Path.of(row.group(2)));
      assertThat(NUMBER.matcher(row.group(1)).results().map(number -> number.group()))
          .as("figures from %s; after measuring anew, change README.md too", row.group(2))
          .isNotEmpty()
          .allSatisfy(number -> assertThat(page).contains(number));
    }
  }
}
