package org.keypointstudio.audit.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntToDoubleFunction;
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
    return model(face -> factor * face);
  }

  /** Says where a point of each face lies, by the face's number. */
  private static KeypointPredictor model(IntToDoubleFunction x) {
    return new KeypointPredictor() {
      @Override
      public KeypointSchema schema() {
        return SCHEMA;
      }

      @Override
      public List<Annotation> predict(List<GrayImage> images, TaskContext context) {
        return images.stream()
            .map(image -> Annotation.ofCoordinates(x.applyAsDouble(image.at(0, 0)), 4, 4, 8))
            .toList();
      }

      @Override
      public void close() {}
    };
  }

  /** Every third face looks the same. */
  private static float[] third(int face) {
    return look(face % 3, 3);
  }

  private static float[] look(int which, int all) {
    float[] look = new float[all];
    look[which] = 1;
    return look;
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
    assertThat(suggest(List.of(LABELLED, LABELLED), FaceSuggesterTest::third, 5)).isEmpty();
  }

  @Test
  void a_face_that_looks_like_a_labelled_one_comes_after_those_that_do_not() throws IOException {
    List<Annotation> labels = open(9);
    labels.set(0, LABELLED);

    assertThat(suggest(labels, FaceSuggesterTest::third, 2))
        .extracting(face -> face % 3)
        .containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void two_faces_that_look_the_same_are_not_both_suggested_while_another_one_is_left()
      throws IOException {
    List<Integer> chosen = suggest(open(9), FaceSuggesterTest::third, 2);

    assertThat(chosen.stream().map(face -> face % 3).distinct()).hasSize(2);
  }

  @Test
  void no_more_faces_are_suggested_than_there_are() throws IOException {
    assertThat(suggest(open(3), FaceSuggesterTest::third, 20)).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void one_model_alone_is_asked_in_several_ways() throws IOException {
    List<FaceSuggestion> suggestions =
        new FaceSuggester(SCHEMA, FaceSuggesterTest::image, FaceSuggesterTest::third)
            .suggest(open(3), List.of(model(1)), 3, TaskContext.unattended());

    assertThat(suggestions).hasSize(3);
  }

  @Test
  void a_face_that_many_look_like_comes_before_one_that_looks_like_none() throws IOException {
    // Three faces of each of seven looks, and one of its own.
    Looks looks = face -> look(face / 3, 8);

    List<FaceSuggestion> chosen =
        new FaceSuggester(SCHEMA, FaceSuggesterTest::image, looks)
            .suggest(open(22), List.of(), 22, TaskContext.unattended());

    assertThat(chosen.subList(0, 6)).extracting(it -> it.face() / 3).doesNotHaveDuplicates();
    assertThat(chosen.subList(0, 6)).extracting(FaceSuggestion::face).doesNotContain(21);
    assertThat(chosen.getFirst().gain()).isEqualTo(Collections.max(gains(chosen)));
    assertThat(gains(chosen).stream().mapToDouble(gain -> gain).sum()).isBetween(0.8, 1.0);
  }

  private static List<Double> gains(List<FaceSuggestion> suggestions) {
    return suggestions.stream().map(FaceSuggestion::gain).toList();
  }

  @Test
  void what_looks_like_a_labelled_face_is_not_new() throws IOException {
    List<Annotation> labels = open(6);
    IntStream.of(0, 3).forEach(face -> labels.set(face, LABELLED));

    List<FaceSuggestion> chosen =
        new FaceSuggester(SCHEMA, face -> image(face), face -> third(face / 3 * 2))
            .suggest(labels, List.of(model(1), model(2)), 4, TaskContext.unattended());

    assertThat(chosen).allSatisfy(each -> assertThat(each.novelty()).isLessThan(0.1));
  }

  @Test
  void faces_whose_neighbours_the_models_are_unsure_of_come_first() throws IOException {
    // The models say the same of all faces but the last two, which look alike.
    List<KeypointPredictor> models = List.of(model(face -> 4), model(face -> face < 10 ? 4 : 8));

    List<FaceSuggestion> chosen =
        new FaceSuggester(SCHEMA, FaceSuggesterTest::image, face -> look(face / 2, 6))
            .suggest(open(12), models, 1, TaskContext.unattended());

    assertThat(chosen.getFirst().face()).isBetween(10, 11);
  }

  @Test
  void without_a_model_nothing_is_said_about_uncertainty() throws IOException {
    List<FaceSuggestion> chosen =
        new FaceSuggester(SCHEMA, FaceSuggesterTest::image, FaceSuggesterTest::third)
            .suggest(open(6), List.of(), 3, TaskContext.unattended());

    assertThat(chosen).hasSize(3).allSatisfy(each -> assertThat(each.uncertainty()).isNaN());
    assertThat(SuggestionTable.of(chosen).lines().skip(1)).allMatch(line -> line.contains(",,"));
  }

  @Test
  void images_on_which_nothing_can_be_seen_gain_nothing() throws IOException {
    List<FaceSuggestion> chosen =
        new FaceSuggester(SCHEMA, FaceSuggesterTest::image, _ -> new float[4])
            .suggest(open(3), List.of(model(1), model(2)), 3, TaskContext.unattended());

    assertThat(chosen).extracting(FaceSuggestion::gain).containsExactly(0.0, 0.0, 0.0);
  }

  @Test
  void a_model_of_other_keypoints_is_refused() {
    FaceSuggester suggester =
        new FaceSuggester(
            KeypointSchema.kaggle15(), FaceSuggesterTest::image, FaceSuggesterTest::third);

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
        new FaceSuggester(SCHEMA, FaceSuggesterTest::image, FaceSuggesterTest::third);

    assertThatThrownBy(
            () ->
                suggester.suggest(
                    open(3), List.of(model(1)), 1, new TaskContext(cancelled, _ -> {})))
        .isInstanceOf(CancellationException.class);
  }
}
