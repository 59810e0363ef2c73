package org.keypointstudio.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code in the worked examples is code that is compiled and tested. */
class HowToTest {
  private static final Path EXAMPLES = Path.of("src/test/java/org/keypointstudio/examples");
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void each_piece_of_java_in_the_how_tos_stands_in_the_tested_examples() throws IOException {
    String examples;
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.sorted().toList()) {
        all.append(Files.readString(file));
      }
      examples = withoutIndentation(all.toString());
    }
    try (Stream<Path> pages = Files.list(Path.of("docs/how-to"))) {
      for (Path page : pages.sorted().toList()) {
        assertThat(BLOCK.matcher(Files.readString(page)).results().map(block -> code(block)))
            .as("the code in %s", page)
            .isNotEmpty()
            .allSatisfy(code -> assertThat(examples).contains(code));
      }
    }
  }

  private static String code(MatchResult block) {
    return withoutIndentation(block.group(1)).strip();
  }

  private static String withoutIndentation(String text) {
    return text.replaceAll("(?m)^ +", "");
  }
}
