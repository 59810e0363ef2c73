package org.keypointstudio.project.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.dataset.kaggle.KaggleText;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.project.labels.LabelStore;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.task.TaskContext;

/**
 * Editing whose program is killed at random moments, as a power cut or {@code kill -9} does. The
 * number of kills is the system property {@code endurance.kills}.
 */
class KilledEditingTest {
  private static final int FACES = 40;
  private static final int MOST_MILLIS = 400;

  @TempDir Path folder;

  private final LabelStore store = KilledEditing.store();

  /** What is found after a kill, and the document that the next program will have. */
  private record Restart(LabelledDataSet opened, UnsavedWork work, AnnotationDocument document) {}

  @Test
  void no_acknowledged_change_is_lost_and_no_file_is_torn() throws Exception {
    Random random = new Random(4);
    int kills = Integer.getInteger("endurance.kills", 3);
    Path data = folder.resolve("training.csv");
    writeFaces(data);
    Restart before = restart(data);
    List<byte[]> images = images(before);
    int acknowledgedInAll = 0;
    int restored = 0;
    for (int kill = 1; kill <= kills; kill++) {
      int acknowledged = runAndKill(data, kill, random.nextInt(MOST_MILLIS));
      EditingScript script = new EditingScript(before.document(), kill);
      for (int step = 0; step < acknowledged; step++) {
        script.step();
      }
      List<FaceLabels> lastAcknowledged = before.document().labelsSnapshot();
      script.step();
      List<FaceLabels> oneMore = before.document().labelsSnapshot();

      before = restart(data);

      List<FaceLabels> found = before.document().labelsSnapshot();
      List<FaceLabels> expected = found.equals(oneMore) ? oneMore : lastAcknowledged;
      for (int face = 0; face < FACES; face++) {
        assertThat(found.get(face))
            .as("face %d after kill %d, %d changes acknowledged", face, kill, acknowledged)
            .isEqualTo(expected.get(face));
      }
      assertThat(before.opened().messages()).isEmpty();
      assertThat(before.work().problems()).isEmpty();
      assertThat(before.work().lost()).isZero();
      assertThat(images(before)).usingRecursiveComparison().isEqualTo(images);
      acknowledgedInAll += acknowledged;
      restored += before.work().faces().size();
    }
    assertThat(acknowledgedInAll).as("changes acknowledged in all").isPositive();
    System.out.printf(
        "%d kills, %,d acknowledged changes, %,d unsaved faces restored%n",
        kills, acknowledgedInAll, restored);
  }

  private static void writeFaces(Path data) {
    List<String> lines = new ArrayList<>();
    lines.add(KaggleText.header());
    for (int face = 0; face < FACES; face++) {
      lines.add(KaggleText.row(KaggleText.image(96 * 96, face), face + ".5", "7", "40.125", "12"));
    }
    KaggleText.write(data, lines.toArray(String[]::new));
  }

  private Restart restart(Path data) throws IOException {
    LabelledDataSet opened = store.open(data, TaskContext.unattended());
    UnsavedWork work = UnsavedWork.find(KilledEditing.subject(store, opened), opened.labels());
    AnnotationDocument document =
        new AnnotationDocument(opened.dataSet().schema(), opened.labels(), _ -> {});
    document.apply(work.change(document));
    document.endStep();
    return new Restart(opened, work, document);
  }

  /** The pixels of all faces. */
  private static List<byte[]> images(Restart restart) throws IOException {
    List<byte[]> images = new ArrayList<>();
    for (int face = 0; face < FACES; face++) {
      GrayImage image = restart.opened().dataSet().image(face);
      byte[] pixels = new byte[image.size().pixelCount()];
      image.copyTo(pixels, 0);
      images.add(pixels);
    }
    return images;
  }

  /**
   * Lets a program edit for a while, kills it, and gives the number of its acknowledged changes.
   */
  private int runAndKill(Path data, int seed, int millis) throws Exception {
    Path problems = folder.resolve("problems.log");
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                KilledEditing.class.getName(),
                data.toString(),
                String.valueOf(seed))
            .redirectError(Redirect.to(problems.toFile()))
            .start();
    try (BufferedReader lines = program.inputReader()) {
      assertThat(lines.readLine()).as(Files.readString(problems)).isEqualTo("restored");
      Thread killer =
          Thread.ofPlatform()
              .start(
                  () -> {
                    sleep(millis);
                    program.toHandle().destroyForcibly(); // leaves its output to be read
                  });
      int acknowledged = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        acknowledged = Integer.parseInt(line);
      }
      killer.join();
      assertThat(Files.readString(problems)).isEmpty();
      return acknowledged;
    } finally {
      program.destroyForcibly();
      program.waitFor();
    }
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
