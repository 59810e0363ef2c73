package org.keypointstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.dataset.kaggle.KaggleText;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.project.WrittenRun;

class ReportCommandTest {
  private static final int FACES = 5;
  private final CommandLineFixture commands = new CommandLineFixture();
  @TempDir private Path folder;
  private Path data;
  private Path page;

  @BeforeEach
  void write_data() {
    List<String> lines = new ArrayList<>(List.of(KaggleText.header()));
    for (int face = 0; face < FACES; face++) {
      lines.add(
          KaggleText.row(KaggleText.image(16, 40 * face), "60", "30", "20", "3" + face, "9", "9"));
    }
    data = KaggleText.write(folder.resolve("training.csv"), lines.toArray(String[]::new));
    page = folder.resolve("out/report.html");
  }

  private String run(String name) throws IOException {
    return ""
        + WrittenRun.write(
            folder.resolve(name),
            KeypointSchema.kaggle15().keypointNames(),
            FACES,
            List.of(0, 1, 2),
            "00");
  }

  @Test
  void the_page_needs_nothing_else() throws IOException {
    int exitCode =
        commands.run("report", run("a"), run("b"), "--data", "" + data, "--out", "" + page);

    assertThat(exitCode).isZero();
    assertThat(commands.out().lines()).containsExactly(page.toString());
    String html = Files.readString(page);
    assertThat(html)
        .contains("<svg", "data:image/png;base64,", "prefers-color-scheme:dark")
        .contains("Scored on 3 labelled faces that none of the 2 runs has learned from.")
        .doesNotContain("<script", "<link", "src=\"http");
  }

  @Test
  void names_cannot_bring_markup_into_the_page() throws IOException {
    String evil = run("<img src=x onerror=alert(1)>");

    assertThat(commands.run("report", evil, "--data", "" + data, "--out", "" + page)).isZero();

    assertThat(Files.readString(page))
        .contains("&lt;img src=x onerror=alert(1)&gt;", "fall on the mean face")
        .doesNotContain("<img src=x");
  }

  @Test
  void every_table_and_plot_and_a_sheet_can_be_had_as_files() throws IOException {
    Path files = folder.resolve("files");
    Path sheet = folder.resolve("sheet.png");

    int exitCode =
        commands.run(
            "report",
            run("a"),
            run("=b"),
            "--data",
            "" + data,
            "--out",
            "" + page,
            "--files",
            "" + files,
            "--sheet",
            "" + sheet,
            "--sheet-faces",
            "disagreement",
            "--sheet-size",
            "2");

    assertThat(exitCode).isZero();
    for (String table :
        List.of(
            "models",
            "differences",
            "keypoints",
            "groups",
            "faces",
            "error_histogram",
            "ced",
            "error_map",
            "calibration")) {
      assertThat(files.resolve(table + ".csv")).isNotEmptyFile();
      assertThat(new ObjectMapper().readTree(files.resolve(table + ".json").toFile()).isArray())
          .isTrue();
    }
    assertThat(Files.readString(files.resolve("models.csv"))).contains("'=b,rmse,");
    assertThat(Files.readAllLines(files.resolve("faces.csv"))).hasSize(1 + 3 * 2);
    for (String plot :
        List.of("differences", "ced", "error_histogram", "keypoints", "groups", "error_map_1")) {
      assertThat(files.resolve(plot + ".svg")).isNotEmptyFile();
      assertThat(ImageIO.read(files.resolve(plot + ".png").toFile())).isNotNull();
    }
    BufferedImage faces = ImageIO.read(sheet.toFile());
    assertThat(faces.getWidth()).isGreaterThan(400);
  }

  @Test
  void a_place_that_cannot_be_written_to_is_one_sentence() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    int exitCode =
        commands.run(
            "report", run("a"), "--data", "" + data, "--out", "" + file.resolve("report.html"));

    assertThat(exitCode).isEqualTo(1);
    assertThat(commands.err().lines()).hasSize(1);
    assertThat(commands.err()).contains("could not be written");
  }
}
