package org.keypointstudio.project.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.audit.AuditResult;
import org.keypointstudio.audit.Suspicion;
import org.keypointstudio.audit.SuspicionKind;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.groups.FaceGroups;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Face;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.NoiseImages;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.Trainer;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.ui.fake.MemoryDataSet;

class AuditorsTest {
  private static final int SWAPPED = 11;

  private final FaceDataSet faces = new NoisyDataSet(new MemoryDataSet(60));
  private final List<FaceLabels> labels =
      new ArrayList<>(
          IntStream.range(0, faces.size())
              .mapToObj(face -> FaceLabels.of(faces.annotation(face)))
              .toList());
  private final Map<Path, Set<GrayImage>> learned = new HashMap<>();
  private final AuditSettings settings = new AuditSettings(3, Duration.ofMinutes(3), 1);

  /** The labels of another data set on pictures that are all different. */
  private record NoisyDataSet(FaceDataSet labelled, List<GrayImage> images) implements FaceDataSet {
    NoisyDataSet(FaceDataSet labelled) {
      this(
          labelled,
          IntStream.range(0, labelled.size()).mapToObj(face -> NoiseImages.of(face)).toList());
    }

    @Override
    public Path path() {
      return labelled.path();
    }

    @Override
    public KeypointSchema schema() {
      return labelled.schema();
    }

    @Override
    public int size() {
      return labelled.size();
    }

    @Override
    public Face face(int index) {
      return labelled.face(index);
    }

    @Override
    public GrayImage image(int index) {
      return images.get(index);
    }

    @Override
    public Annotation annotation(int index) {
      return labelled.annotation(index);
    }
  }

  /** Writes nothing but remembers what it was given. */
  private final Trainer trainer =
      (config, given, folder, listener, control) -> {
        assertThat(config.maxDuration()).isEqualTo(Duration.ofMinutes(1));
        learned.put(folder, new HashSet<>(given.images()));
        return record(given);
      };

  private static RunRecord record(TrainingFaces given) {
    return new RunRecord(
        RunRecord.FORMAT_VERSION,
        OutOfFoldModels.recipe(AuditSettings.defaults()),
        given.schema().keypointNames(),
        96,
        96,
        given.size(),
        List.of(),
        "",
        Instant.EPOCH,
        0,
        List.of(),
        0,
        0,
        RunRecord.Outcome.EPOCHS_DONE,
        0,
        List.of(),
        Map.of());
  }

  /** Knows where the points of every picture are, but must not be asked for what was learned. */
  private final class Knowing implements KeypointPredictor {
    private final Set<GrayImage> forbidden;
    private final IdentityHashMap<GrayImage, Annotation> truths = new IdentityHashMap<>();

    Knowing(Set<GrayImage> forbidden) throws IOException {
      this.forbidden = forbidden;
      for (int face = 0; face < faces.size(); face++) {
        truths.put(faces.image(face), faces.annotation(face));
      }
    }

    @Override
    public KeypointSchema schema() {
      return faces.schema();
    }

    @Override
    public List<Annotation> predict(List<GrayImage> images, TaskContext context) {
      assertThat(images).noneMatch(forbidden::contains);
      Annotation usual = faces.annotation(0);
      return images.stream()
          .map(image -> truths.getOrDefault(image, usual.flipped(schema(), 96)))
          .map(answer -> answer.isComplete() ? answer : usual)
          .toList();
    }

    @Override
    public void close() {}
  }

  private void swapEyes() {
    Annotation before = faces.annotation(SWAPPED);
    labels.set(
        SWAPPED, FaceLabels.of(before.with(0, before.keypoint(1)).with(1, before.keypoint(0))));
  }

  @Test
  void models_judge_only_faces_that_they_have_not_learned_from() throws Exception {
    swapEyes();
    Auditor auditor =
        new OutOfFoldAuditor(
            trainer, folder -> new Knowing(learned.getOrDefault(folder, Set.of())));

    AuditResult result =
        auditor.audit(faces, labels, FaceGroups.none(), settings, TaskContext.unattended());

    assertThat(learned).hasSize(3);
    assertThat(learned.keySet()).allMatch(folder -> !Files.exists(folder.getParent()));
    assertThat(result.ranking()).hasSize(60 * 15 - 12 * 4);
    assertThat(result.ranking().subList(0, 2)).extracting(Suspicion::face).containsOnly(SWAPPED);
  }

  @Test
  void nothing_is_left_behind_when_training_fails() {
    List<Path> begun = new ArrayList<>();
    Auditor auditor =
        new OutOfFoldAuditor(
            (config, given, folder, listener, control) -> {
              begun.add(folder);
              throw new TrainingException("The loss was no longer a number.");
            },
            folder -> new Knowing(Set.of()));

    assertThatThrownBy(
            () ->
                auditor.audit(faces, labels, FaceGroups.none(), settings, TaskContext.unattended()))
        .isInstanceOf(AuditException.class)
        .hasMessage("The loss was no longer a number.");
    assertThat(begun).singleElement().matches(folder -> !Files.exists(folder.getParent()));
  }

  @Test
  void a_model_that_is_there_already_is_asked_with_a_warning() throws Exception {
    swapEyes();

    AuditResult result =
        new ModelAuditor(folder -> new Knowing(Set.of()), Path.of("run"))
            .audit(faces, labels, FaceGroups.none(), settings, TaskContext.unattended());

    assertThat(result.notes()).contains(ModelAuditor.WARNING);
    assertThat(result.ranking().getFirst().face()).isEqualTo(SWAPPED);
  }

  @Test
  void the_shape_alone_finds_swapped_eyes() throws Exception {
    swapEyes();
    labels.set(3, FaceLabels.of(Annotation.unlabelled(15)));

    AuditResult result =
        new ShapeAuditor()
            .audit(faces, labels, FaceGroups.none(), settings, TaskContext.unattended());

    assertThat(result.ranking().subList(0, 2))
        .extracting(Suspicion::face, Suspicion::kind)
        .containsOnly(org.assertj.core.api.Assertions.tuple(SWAPPED, SuspicionKind.SWAP));
    assertThat(result.ranking()).noneMatch(suspicion -> suspicion.face() == 3);
  }

  @Test
  void a_data_set_without_labels_is_refused() {
    List<FaceLabels> none =
        labels.stream().map(face -> FaceLabels.of(Annotation.unlabelled(15))).toList();

    assertThatThrownBy(
            () ->
                new ShapeAuditor()
                    .audit(faces, none, FaceGroups.none(), settings, TaskContext.unattended()))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("No face of faces.csv is labelled");
  }

  @Test
  void settings_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> new AuditSettings(1, Duration.ofMinutes(9), 1))
        .hasMessageContaining("between 2 and 20");
    assertThatThrownBy(() -> new AuditSettings(3, Duration.ZERO, 1))
        .hasMessageContaining("longer than zero");
  }

  @Test
  void the_table_has_one_line_a_point(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("suspects.csv");

    SuspectsTable.write(
        file,
        faces.schema(),
        List.of(
            new Suspicion(4, 10, 2.5, SuspicionKind.OTHER_FACE, Keypoint.visible(1, 2.25), "why"),
            new Suspicion(0, 0, -7, SuspicionKind.SHAPE, Keypoint.unlabelled(), "why")));

    assertThat(file)
        .hasContent(
            """
            row,keypoint,score,kind,suggested_x,suggested_y
            4,nose_tip,2.5000,other-face,1.000,2.250
            0,left_eye_center,-7.0000,shape,,
            """);
  }

  @Test
  void a_table_that_cannot_be_written_says_so(@TempDir Path folder) {
    Path file = folder.resolve("missing").resolve("suspects.csv");

    assertThatThrownBy(() -> SuspectsTable.write(file, faces.schema(), List.of()))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("suspects.csv could not be written");
  }
}
