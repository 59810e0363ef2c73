package org.keypointstudio.project.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keypointstudio.dataset.file.KnownFormats;
import org.keypointstudio.dataset.format.Feature;

/** The table in docs/formats.md says what the formats carry. */
class FormatsDocumentTest {

  private static String row(ConversionTarget target) {
    List<String> cells = new ArrayList<>();
    cells.add("`" + target.id() + "`");
    for (Feature feature : Feature.values()) {
      cells.add(target.carries().contains(feature) ? "yes" : "");
    }
    return "| " + String.join(" | ", cells) + " |";
  }

  @Test
  void the_table_of_the_document_is_that_of_the_program() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("docs/formats.md"));
    List<String> rows =
        new Conversion(KnownFormats.all())
            .targets().stream().map(FormatsDocumentTest::row).toList();

    assertThat(lines).containsAll(rows);
  }
}
