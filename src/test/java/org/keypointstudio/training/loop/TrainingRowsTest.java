package org.keypointstudio.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.training.BlobFaces;
import org.keypointstudio.training.RowPolicy;
import org.keypointstudio.training.TrainingException;
import org.keypointstudio.training.TrainingFaces;
import org.keypointstudio.training.network.InputFrame;

class TrainingRowsTest {
  private static final InputFrame FRAME = new InputFrame(96, 96);
  private static final int[] ROWS = {0, 1, 3, 4};
  private static final int MOUTH_X = 4;

  /** Faces of which the first and the fourth lack the mouth; the third only judges. */
  private final TrainingFaces faces = without(BlobFaces.of(5, 1), 2, 0, 3);

  private static TrainingFaces without(TrainingFaces faces, int keypoint, int... rows) {
    List<Annotation> annotations = new ArrayList<>(faces.annotations());
    for (int row : rows) {
      annotations.set(row, annotations.get(row).with(keypoint, Keypoint.unlabelled()));
    }
    return new TrainingFaces(faces.schema(), faces.images(), annotations);
  }

  private TrainingRows rows(RowPolicy policy) throws TrainingException {
    return TrainingRows.of(faces, ROWS, policy, FRAME);
  }

  private float mouth(int row) {
    return (float) faces.annotations().get(row).x(2);
  }

  @Test
  void masked_rows_keep_their_holes() throws TrainingException {
    TrainingRows rows = rows(RowPolicy.ALL_MASKED);

    assertThat(rows.faces().size()).isEqualTo(4);
    assertThat(rows.faces().coordinate(0, MOUTH_X)).isNaN();
    assertThat(rows.notes()).isEmpty();
  }

  @Test
  void complete_rows_only_leave_the_others_out() throws TrainingException {
    TrainingRows rows = rows(RowPolicy.COMPLETE_ONLY);

    assertThat(rows.faces().size()).isEqualTo(2);
    assertThat(rows.faces().coordinate(0, MOUTH_X)).isCloseTo(mouth(1), within(1e-4f));
    assertThat(rows.notes())
        .containsExactly("2 of the 4 faces to learn from lack a keypoint and were left out.");
  }

  @Test
  void a_keypoint_that_nobody_labelled_makes_no_row_incomplete() throws TrainingException {
    TrainingFaces unlabelled = without(BlobFaces.of(5, 1), 2, 0, 1, 2, 3, 4);

    assertThat(TrainingRows.of(unlabelled, ROWS, RowPolicy.COMPLETE_ONLY, FRAME).faces().size())
        .isEqualTo(4);
  }

  @Test
  void nothing_to_learn_from_is_explained() {
    TrainingFaces holed = without(without(BlobFaces.of(4, 1), 0, 0, 1), 1, 2, 3);

    assertThatThrownBy(
            () -> TrainingRows.of(holed, new int[] {0, 1, 2}, RowPolicy.COMPLETE_ONLY, FRAME))
        .isInstanceOf(TrainingException.class)
        .hasMessage(
            "None of the 3 faces to learn from has all 3 keypoints labelled, so complete rows only"
                + " leave nothing to learn from; choose all rows.");
  }

  @Test
  void the_mean_of_the_faces_that_are_learned_from_fills_holes() throws TrainingException {
    TrainingRows rows = rows(RowPolicy.MEAN_FILL);

    float mean = (mouth(1) + mouth(4)) / 2;
    assertThat(rows.faces().coordinate(0, MOUTH_X)).isCloseTo(mean, within(1e-4f));
    assertThat(rows.faces().coordinate(2, MOUTH_X)).isCloseTo(mean, within(1e-4f));
    assertThat(rows.faces().coordinate(1, MOUTH_X)).isCloseTo(mouth(1), within(1e-4f));
    assertThat(rows.notes())
        .containsExactly("4 coordinates that nobody labelled were filled in to learn from.");
  }

  @Test
  void the_row_before_that_has_it_fills_holes_and_no_judging_face_does() throws TrainingException {
    TrainingRows rows = rows(RowPolicy.FORWARD_FILL);

    assertThat(rows.faces().coordinate(0, MOUTH_X)).isNaN();
    assertThat(rows.faces().coordinate(2, MOUTH_X)).isCloseTo(mouth(1), within(1e-4f));
  }

  @Test
  void the_mean_face_is_that_of_real_labels_whatever_fills_the_holes() throws TrainingException {
    assertThat(rows(RowPolicy.FORWARD_FILL).scaling())
        .isEqualTo(rows(RowPolicy.ALL_MASKED).scaling());
  }
}
