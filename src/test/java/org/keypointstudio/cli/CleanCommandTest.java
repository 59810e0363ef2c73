package org.keypointstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.dataset.kaggle.KaggleText;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.FaceNotes;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.task.TaskContext;

class CleanCommandTest {
  private static final String FIRST = KaggleText.image(16, 3);
  private static final String SECOND = KaggleText.image(16, 77);

  private @TempDir Path folder;
  private Path data;
  private final CommandLineFixture commands = new CommandLineFixture();

  @BeforeEach
  void write_five_faces() {
    data =
        KaggleText.write(
            folder.resolve("training.csv"),
            KaggleText.header(),
            KaggleText.row(FIRST, "1.10", "2", "3", "3"),
            KaggleText.row(SECOND),
            KaggleText.row(FIRST, "1.10", "2", "3", "3"),
            KaggleText.row(SECOND, "40", "2", "1.000", "1"),
            KaggleText.row(FIRST, "2.10", "2", "", ""));
  }

  private int clean(String... options) {
    String[] arguments = new String[2 + options.length];
    arguments[0] = "clean";
    arguments[1] = "--data=" + data;
    System.arraycopy(options, 0, arguments, 2, options.length);
    return commands.run(arguments);
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  @Test
  void the_copy_has_no_useless_rows_and_the_data_set_stays() throws IOException {
    String before = Files.readString(data);

    int exitCode = clean("--out=" + file("clean.csv"));

    assertThat(exitCode).isZero();
    assertThat(Files.readString(file("clean.csv")))
        .isEqualTo(
            String.join(
                "\n",
                KaggleText.header(),
                KaggleText.row(FIRST, "1.6", "2", "3", "3"),
                KaggleText.row(SECOND, "", "", "1.000", "1"),
                ""));
    assertThat(commands.out()).contains("2 of 5 faces written to");
    assertThat(Files.readString(data)).isEqualTo(before);
  }

  @Test
  void a_row_without_a_last_line_end_can_be_dropped() throws IOException {
    Files.writeString(
        data,
        KaggleText.header()
            + "\r\n"
            + KaggleText.row(FIRST, "1", "2")
            + "\r\n"
            + KaggleText.row(SECOND));

    assertThat(clean("--out=" + file("clean.csv"))).isZero();
    assertThat(Files.readString(file("clean.csv")))
        .isEqualTo(KaggleText.header() + "\r\n" + KaggleText.row(FIRST, "1", "2") + "\r\n");
  }

  @Test
  void a_dry_run_counts_and_writes_nothing_but_the_report() throws IOException {
    int exitCode = clean("--dry-run", "--report=" + file("report.json"));

    assertThat(exitCode).isZero();
    assertThat(commands.out())
        .contains("no points: exclude", "identical rows: keep first", "2 of 5 faces would be kept");
    JsonNode report = new ObjectMapper().readTree(file("report.json").toFile());
    assertThat(report.path("counts").get(1).path("excluded").asInt()).isEqualTo(1);
    assertThat(report.path("done").findValuesAsText("row")).contains("1", "2", "3", "4");
    try (var files = Files.list(folder)) {
      assertThat(files.map(path -> String.valueOf(path.getFileName())))
          .containsExactlyInAnyOrder("training.csv", "report.json");
    }
  }

  @Test
  void a_report_given_as_rules_does_the_same_again() throws IOException {
    clean("--out=" + file("clean.csv"), "--report=" + file("report.json"));

    int exitCode = clean("--rules=" + file("report.json"), "--out=" + file("again.csv"));

    assertThat(exitCode).isZero();
    assertThat(file("again.csv")).hasSameTextualContentAs(file("clean.csv"));
  }

  @Test
  void own_rules_are_followed_and_choices_are_left_to_a_person() throws IOException {
    Files.writeString(
        file("rules.json"),
        """
        {"name": "mine", "rules": [
          {"find": "points outside the image", "do": "clamp"},
          {"find": "duplicates with differing labels", "do": "choose"}]}
        """);

    int exitCode = clean("--rules=" + file("rules.json"), "--out=" + file("clean.csv"), "--json");

    assertThat(exitCode).isZero();
    JsonNode report = new ObjectMapper().readTree(commands.out());
    assertThat(report.path("undecided")).hasSize(2);
    assertThat(report.path("undecided").get(0).path("rows").toString()).isEqualTo("[0,2,4]");
    assertThat(Files.readAllLines(file("clean.csv")))
        .hasSize(6)
        .element(4)
        .asString()
        .startsWith("3.0,2,");
  }

  @Test
  void faces_that_were_excluded_before_are_left_out_and_other_marks_move_along()
      throws IOException {
    LabelledDataSet opened = CommandLineFixture.labels().open(data, TaskContext.unattended());
    List<FaceLabels> marked =
        List.of(
            opened.labels().get(0),
            tagged(opened.labels().get(1), FaceNotes.EXCLUDED),
            opened.labels().get(2),
            tagged(opened.labels().get(3), "blurred"),
            opened.labels().get(4));
    CommandLineFixture.labels().save(opened, marked, data, 0, TaskContext.unattended());
    Files.writeString(
        file("rules.json"),
        "{\"name\": \"x\", \"rules\": [{\"find\": \"unreadable image\", \"do\": \"exclude\"}]}");

    assertThat(clean("--rules=" + file("rules.json"), "--out=" + file("clean.csv"))).isZero();

    LabelledDataSet copy =
        CommandLineFixture.labels().open(file("clean.csv"), TaskContext.unattended());
    assertThat(copy.labels()).hasSize(4);
    assertThat(copy.labels().get(2).notes().tags()).containsExactly("blurred");
  }

  private static FaceLabels tagged(FaceLabels labels, String tag) {
    return labels.withNotes(labels.notes().withTags(new TreeSet<>(Set.of(tag))));
  }

  @Test
  void mistakes_are_one_sentence_and_nothing_is_written() throws IOException {
    assertThat(clean("--rules=" + file("none.json"), "--dry-run")).isEqualTo(1);
    assertThat(commands.err()).contains("There are no rules", "none.json");

    Files.writeString(file("rules.json"), "{\"rules\": [{\"find\": \"nothing\"}]}");
    assertThat(clean("--rules=" + file("rules.json"), "--out=" + file("clean.csv"))).isEqualTo(1);
    assertThat(commands.err()).contains("rules.json: rule 1: \"find\" must be one of");
    assertThat(file("clean.csv")).doesNotExist();

    assertThat(clean("--out=" + data)).isEqualTo(1);
    assertThat(commands.err()).contains("training.csv is the data set itself");

    assertThat(clean()).as("neither a copy nor a dry run is wanted").isEqualTo(2);
  }
}
