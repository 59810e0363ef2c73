package org.keypointstudio.ui.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.keypointstudio.dataset.similarity.SimilarityMap;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.task.CurrentThreadTaskExecutor;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.fake.FakeModels;
import org.keypointstudio.ui.fake.MemoryDataSet;
import org.keypointstudio.ui.session.ChosenFaces;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

class StatisticsViewModelTest {
  private final StudioSession session = new StudioSession();
  private final List<ChosenFaces> chosen = new ArrayList<>();
  private int timesAsked;
  private final StatisticsViewModel model =
      new StatisticsViewModel(
          session,
          new CurrentThreadTaskExecutor(),
          (folder, size, images, context) -> featuresOf(size),
          chosen::add);

  /** The later a face, the farther to the right a model of these tests sees it. */
  private List<float[]> featuresOf(int faces) {
    timesAsked++;
    return IntStream.range(0, faces).mapToObj(face -> new float[] {face, 0, 1}).toList();
  }

  private AnnotationDocument document() {
    return session.openDataSet().orElseThrow().document();
  }

  private LabelSummary labels() {
    return model.labelsProperty().get().orElseThrow();
  }

  @Test
  void nothing_is_counted_until_somebody_looks() {
    session.open(OpenDataSet.of(new MemoryDataSet(10)));
    assertThat(model.labelsProperty().get()).isEmpty();
    assertThat(model.imagesProperty().get()).isEmpty();

    model.shownProperty().set(true);

    assertThat(labels().counts().completeFaces()).isEqualTo(8);
    assertThat(labels().patterns()).hasSize(2);
    assertThat(DoubleStream.of(labels().interOcular())).hasSize(10).allMatch(it -> it > 30);
    assertThat(model.imagesProperty().get().orElseThrow().facts().size()).isEqualTo(10);
    assertThat(model.imageStateProperty().get()).isEmpty();
  }

  @Test
  void an_edit_is_counted_and_images_are_not_read_again() {
    session.open(OpenDataSet.of(new MemoryDataSet(10)));
    model.shownProperty().set(true);
    var images = model.imagesProperty().get();

    document().setKeypoint(0, 3, Keypoint.unlabelled());

    assertThat(labels().counts().completeFaces()).isEqualTo(7);
    assertThat(model.imagesProperty().get()).isSameAs(images);
  }

  @Test
  void faces_are_laid_out_by_their_pixels_or_by_what_a_model_sees_in_them() {
    MemoryDataSet faces = new MemoryDataSet(10);
    session.open(OpenDataSet.of(faces));
    ModelEntry seer = new FakeModels(faces).withoutPredictions("cnn 1", 0, List.of());
    session.models().add(seer);
    model.shownProperty().set(true);
    SimilarityMap byPixels = model.similarityProperty().get().orElseThrow();
    assertThat(byPixels).isSameAs(model.imagesProperty().get().orElseThrow().similarity());

    model.eyesProperty().set(Optional.of(seer));

    SimilarityMap byModel = model.similarityProperty().get().orElseThrow();
    assertThat(byModel.share(0)).isCloseTo(1, within(1e-6));
    assertThat(Math.abs(byModel.x(9) - byModel.x(0))).isCloseTo(9, within(1e-3));

    model.eyesProperty().set(Optional.empty());
    model.eyesProperty().set(Optional.of(seer));
    assertThat(timesAsked).isEqualTo(1);

    session.models().clear();
    assertThat(model.eyesProperty().get()).isEmpty();
    assertThat(model.similarityProperty().get()).contains(byPixels);
  }

  @Test
  void the_search_has_what_the_statistics_measured() {
    session.open(OpenDataSet.of(new MemoryDataSet(10)));

    model.shownProperty().set(true);

    assertThat(session.imagesProperty().get().facts())
        .contains(model.imagesProperty().get().orElseThrow().facts());
  }

  @Test
  void another_data_set_is_counted_anew_and_none_has_no_numbers() {
    session.open(OpenDataSet.of(new MemoryDataSet(10)));
    model.shownProperty().set(true);

    session.open(OpenDataSet.of(FakeDataSet.of(Annotation.unlabelled(15))));
    assertThat(labels().counts().faces()).isEqualTo(1);
    assertThat(labels().roll()).containsExactly(Double.NaN);

    session.close();
    assertThat(model.labelsProperty().get()).isEmpty();
    assertThat(model.imagesProperty().get()).isEmpty();
  }

  @Test
  void faces_that_are_pointed_at_are_shown_and_none_are_not() {
    model.choose("nobody", IntStream.empty());
    model.choose("two", IntStream.of(4, 2));

    assertThat(chosen).singleElement().hasToString("two: 2 faces");
  }

  @Test
  void faces_are_coloured_by_review_tags_and_numbers() {
    session.open(OpenDataSet.of(new MemoryDataSet(6)));
    FaceLabels second = document().labels(1);
    document()
        .setLabels(
            1,
            second.withNotes(
                second.notes().withReviewed(true).withTags(new TreeSet<>(Set.of("blurred")))),
            "Review");
    model.shownProperty().set(true);

    List<CloudColoring> offered =
        CloudColoring.of(labels(), model.imagesProperty().get(), model.models());

    assertThat(offered.stream().map(CloudColoring::name))
        .containsExactly("Labelled points", "Reviewed", "Tag", "Brightness");
    for (CloudColoring coloring : offered.subList(1, 3)) {
      assertThat(coloring.colors().get(1))
          .as(coloring.name())
          .isNotEqualTo(coloring.colors().get(0));
      assertThat(coloring.colors().get(2)).isEqualTo(coloring.colors().get(0));
      assertThat(coloring.legend()).hasSize(2);
    }
    assertThat(offered.getFirst().colors().get(4))
        .as("the fifth face lacks its eyebrows")
        .isNotEqualTo(offered.getFirst().colors().get(0));
  }

  @Test
  void points_of_images_of_different_sizes_lie_over_each_other() {
    session.open(OpenDataSet.of(new MemoryDataSet(3)));
    model.shownProperty().set(true);
    PlacedKeypoints placed =
        PlacedKeypoints.of(labels().labels(), model.imagesProperty().get().orElseThrow())
            .orElseThrow();

    assertThat(placed.percent()).isFalse();
    assertThat(placed.frame().width()).isEqualTo(96);
    assertThat(placed.facesOutside(-1)).isZero();
    document().setKeypoint(0, 10, Keypoint.visible(200, 3));
    assertThat(
            PlacedKeypoints.of(labels().labels(), model.imagesProperty().get().orElseThrow())
                .orElseThrow()
                .facesOutside(10))
        .isEqualTo(1);
  }

  @Test
  void tables_are_written_the_same_everywhere_and_quote_what_needs_it() {
    assertThat(new Csv("a", "b").add("x, \"y\"", 1.5).add(Double.NaN, 3))
        .hasToString("a,b\n\"x, \"\"y\"\"\",1.50000\n,3\n");
  }
}
