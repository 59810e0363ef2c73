package org.keypointstudio.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.ui.fake.FakeDataSet;
import org.keypointstudio.ui.session.FaceFilter;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

class GoToFaceViewModelTest {
  private final StudioSession session = new StudioSession();
  private final GoToFaceViewModel goTo =
      new GoToFaceViewModel(session, () -> session.filterProperty().set(FaceFilter.ALL));

  @BeforeEach
  void open_twenty_faces() {
    Annotation[] faces = new Annotation[20];
    Arrays.fill(faces, Annotation.unlabelled(15));
    session.open(OpenDataSet.of(FakeDataSet.of(faces)));
    goTo.shownProperty().set(true);
    goTo.begin();
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "17, 16", "' 20 ', 19", "row 3, 2", "ROW 12, 11", "row, 0"})
  void goes_to_a_row_or_a_name(String text, int face) {
    goTo.textProperty().set(text);
    goTo.go();

    assertThat(session.selectedFaceProperty().get()).isEqualTo(face);
    assertThat(goTo.shownProperty().get()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "21", "-1", "nobody", "99999999999999"})
  void stays_where_there_is_no_such_face(String text) {
    session.selectedFaceProperty().set(5);
    goTo.textProperty().set(text);
    goTo.go();

    assertThat(session.selectedFaceProperty().get()).isEqualTo(5);
    assertThat(goTo.shownProperty().get()).isTrue();
  }

  @Test
  void says_where_it_leads_before_it_goes() {
    assertThat(goTo.answerProperty().get()).isEqualTo("A row from 1 to 20, or a name.");
    goTo.textProperty().set("17");
    assertThat(goTo.answerProperty().get())
        .isEqualTo("row 17 (16 in files that count rows from 0)");
    goTo.textProperty().set("21");
    assertThat(goTo.answerProperty().get()).contains("no such face");
  }

  @Test
  void drops_a_filter_that_hides_the_face() {
    session.filterProperty().set(FaceFilter.COMPLETE);
    goTo.textProperty().set("4");
    assertThat(goTo.answerProperty().get()).contains("does not fit the filter");

    goTo.go();

    assertThat(session.selectedFaceProperty().get()).isEqualTo(3);
    assertThat(session.shownFaces()).hasSize(20);
  }
}
