package org.keypointstudio.audit.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.TaskContext;

class FaceSuggesterTest {
  private static final KeypointSchema SCHEMA =
      new KeypointSchema("two", List.of("nose", "chin"), List.of(), List.of(), List.of());
  private static final ImageSize SIZE = new ImageSize(9, 9);
  private static final Annotation LABELLED = Annotation.ofCoordinates(4, 4, 4, 8);
  private static final Annotation OPEN = Annotation.unlabelled(2);

  /** The grey of a face's image is its number. */
  private static GrayImage image(int face) {
    byte[] pixels = new byte[SIZE.pixelCount()];
    Arrays.fill(pixels, (byte) face);
    return new GrayImage(SIZE, pixels);
  }

  /** Says for face n that its points lie at n times this. */
  private static KeypointPredictor model(double factor) {
    return new KeypointPredictor() {
      @Override
      public KeypointSchema schema() {
        return SCHEMA;
      }

      @Override
      public List<Annotation> predict(List<GrayImage> images, TaskContext context) {
        return images.stream()
            .map(image -> Annotation.ofCoordinates(factor * image.at(0, 0), 4, 4, 8))
            .toList();
      }

      @Override
      public void close() {}
    };
  }

  /** Faces look the same if their numbers have the same parity. */
  private static float[] parity(int face) {
    return face % 2 == 0 ? new float[] {1, 0} : new float[] {0, 1};
  }

  private static List<Integer> suggest(List<Annotation> labels, Looks looks, int count)
      throws IOException {
    return new FaceSuggester(SCHEMA, FaceSuggesterTest::image, looks)
        .suggest(labels, List.of(model(1), model(2)), count, TaskContext.unattended()).stream()
            .map(FaceSuggestion::face)
            .toList();
  }

  private static List<Annotation> open(int count) {
    return new ArrayList<>(Collections.nCopies(count, OPEN));
  }

  @Test
  void faces_of_which_nothing_is_missing_are_not_suggested() throws IOException {
    List<Annotation> labels = open(4);
    labels.set(2, LABELLED);

    assertThat(suggest(labels, _ -> new float[] {0}, 10)).hasSize(3).doesNotContain(2);
  }

  @Test
  void nothing_is_suggested_when_everything_is_labelled() throws IOException {
    assertThat(suggest(List.of(LABELLED, LABELLED), FaceSuggesterTest::parity, 5)).isEmpty();
  }

  @Test
  void a_face_that_looks_like_a_labelled_one_comes_after_those_that_do_not() throws IOException {
    List<Annotation> labels = open(6);
    labels.set(0, LABELLED);

    assertThat(suggest(labels, FaceSuggesterTest::parity, 1).getFirst() % 2).isEqualTo(1);
  }

  @Test
  void two_faces_that_look_the_same_are_not_both_suggested_while_another_one_is_left()
      throws IOException {
    List<Integer> chosen = suggest(open(6), FaceSuggesterTest::parity, 2);

    assertThat(chosen.stream().map(face -> face % 2).distinct()).hasSize(2);
  }

  @Test
  void no_more_faces_are_suggested_than_there_are() throws IOException {
    assertThat(suggest(open(3), FaceSuggesterTest::parity, 20)).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void one_model_alone_is_asked_in_several_ways() throws IOException {
    List<FaceSuggestion> suggestions =
        new FaceSuggester(SCHEMA, FaceSuggesterTest::image, FaceSuggesterTest::parity)
            .suggest(open(3), List.of(model(1)), 3, TaskContext.unattended());

    assertThat(suggestions).hasSize(3);
  }

  @Test
  void the_gain_is_uncertainty_times_novelty() throws IOException {
    List<FaceSuggestion> suggestions =
        new FaceSuggester(SCHEMA, FaceSuggesterTest::image, FaceSuggesterTest::parity)
            .suggest(open(5), List.of(model(1), model(2)), 5, TaskContext.unattended());

    assertThat(suggestions)
        .allSatisfy(each -> assertThat(each.gain()).isEqualTo(each.uncertainty() * each.novelty()));
    assertThat(IntStream.range(1, suggestions.size()))
        .allSatisfy(
            i ->
                assertThat(suggestions.get(i).gain())
                    .isLessThanOrEqualTo(suggestions.get(i - 1).gain()));
  }

  @Test
  void a_model_of_other_keypoints_is_refused() {
    FaceSuggester suggester =
        new FaceSuggester(
            KeypointSchema.kaggle15(), FaceSuggesterTest::image, FaceSuggesterTest::parity);

    assertThatThrownBy(
            () -> suggester.suggest(open(2), List.of(model(1)), 1, TaskContext.unattended()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("own keypoints");
  }

  @Test
  void it_stops_when_it_is_cancelled() {
    CancelToken cancelled = new CancelToken();
    cancelled.cancel();
    FaceSuggester suggester =
        new FaceSuggester(SCHEMA, FaceSuggesterTest::image, FaceSuggesterTest::parity);

    assertThatThrownBy(
            () ->
                suggester.suggest(
                    open(3), List.of(model(1)), 1, new TaskContext(cancelled, _ -> {})))
        .isInstanceOf(CancellationException.class);
  }
}
