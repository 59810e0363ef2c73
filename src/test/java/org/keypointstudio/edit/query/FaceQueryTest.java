package org.keypointstudio.edit.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keypointstudio.model.KeypointSchema;

class FaceQueryTest {
  private static final QueryWords WORDS =
      new QueryWords(
          KeypointSchema.kaggle15(),
          List.of("cnn 1", "compact 2"),
          new TreeSet<>(List.of("blurred", "two faces")));

  private static List<Integer> found(String text) throws QueryException {
    FaceQuery query = FaceQuery.parse(text, WORDS);
    FaceFacts faces = new ThreeFaces();
    return IntStream.range(0, 3).filter(face -> query.accepts(faces, face)).boxed().toList();
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                | 0 1 2
          missing:nose_tip                  | 2
          missing:"nose tip"                | 2
          missing:any                       | 1 2
          MISSING:Left_Eye_Inner_Corner     | 1 2
          occluded:left_eye_center          | 1
          absent:any                        | 1
          accepted:nose_tip                 | 1
          locked:any                        | ''
          labelled<15                       | 1 2
          labelled=2                        | 1
          labelled!=2                       | 0 2
          missing>=12                       | 1 2
          absent>0                          | 1
          row<=1                            | 0 1
          error(cnn 1)<3                    | 0 1
          error(compact 2)<3                | ''
          error>3                           | 0 1
          interocular<40                    | 0
          brightness<=80                    | 0 1
          sharpness>=300                    | 0
          -sharpness>=300                   | 1 2
          duplicate:yes                     | 0 2
          duplicate:no                      | 1
          duplicates>1                      | 0 2
          group=1                           | 0 2
          tag:blurred                       | 1
          tag:"two faces"                   | 1
          tags>1                            | 1
          tagged:no                         | 0 2
          noted:yes                         | 1
          note:mouth                        | 1
          name:"row 2"                      | 2
          from:hand                         | 1
          from:"cnn 1"                      | 1
          reviewed:no                       | 0 2
          unsaved:yes                       | 1
          complete:yes                      | 0
          -complete:yes                     | 1 2
          not complete:yes                  | 1 2
          hidden                            | 1
          blur                              | 1
          labelled<15 -reviewed:yes         | 2
          labelled<15 and -reviewed:yes     | 2
          complete:yes or missing:nose_tip  | 0 2
          -(complete:yes or tag:blurred)    | 2
          (row=0 or row=1) unsaved:yes      | 1
          """)
  void finds_the_faces_that_are_asked_for(String query, String faces) throws QueryException {
    List<Integer> expected =
        faces.isBlank()
            ? List.of()
            : List.of(faces.split(" ")).stream().map(Integer::valueOf).toList();

    assertThat(found(query)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} is not understood")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          missing:nose        | There is no keypoint "nose"; the first ones are
          error(cnn 9)>3      | There is no model "cnn 9"; there are cnn 1, compact 2.
          size>3              | The filter cannot measure "size"; it knows labelled,
          colour:red          | The filter does not know "colour:"; it knows absent,
          labelled<           | The filter lacks a number after labelled<.
          labelled<many       | many in the filter is no number;
          reviewed:maybe      | reviewed:maybe in the filter must end in yes or no.
          tag:                | The filter lacks what comes after "tag:".
          (row=1              | A ) is missing at the end of the filter.
          row=1)              | There is a ) too many in the filter, at letter 6.
          tag:"two            | A " is missing after tag:"two in the filter.
          error(cnn           | A ) is missing after error(cnn in the filter.
          row=1 or            | The filter lacks a word at letter 9;
          or                  | The filter lacks a word at letter 1;
          -                   | The filter says "not", but not what;
          """)
  void says_in_a_sentence_what_it_does_not_understand(String query, String sentence) {
    assertThatThrownBy(() -> FaceQuery.parse(query, WORDS))
        .isInstanceOf(QueryException.class)
        .hasMessageStartingWith(sentence);
  }

  @Test
  void refuses_what_is_nested_without_end() {
    assertThatThrownBy(() -> FaceQuery.parse("(".repeat(100_000), WORDS))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("nested more than 50 times");
    assertThatThrownBy(() -> FaceQuery.parse("-".repeat(100_000) + "a", WORDS))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("nested more than 50 times");
  }

  @Property(tries = 2000)
  void whatever_is_typed_is_understood_or_answered_with_a_sentence(
      @ForAll @StringLength(max = 30) String typed) {
    assertThat(catchThrowable(() -> found(typed)))
        .satisfiesAnyOf(
            problem -> assertThat(problem).isNull(),
            problem -> assertThat(problem).isInstanceOf(QueryException.class));
  }

  @Test
  void completes_the_last_word() throws QueryException {
    assertThat(WORDS.completions("reviewed:no missing:nose"))
        .containsExactly("reviewed:no missing:nose_tip");
    assertThat(WORDS.completions("tag:")).containsExactly("tag:blurred", "tag:\"two faces\"");
    assertThat(WORDS.completions("error(c")).containsExactly("error(cnn 1)>", "error(compact 2)>");
    assertThat(WORDS.completions("-rev")).containsExactly("-reviewed:no", "-reviewed:yes");
    assertThat(WORDS.completions("nothing like it")).isEmpty();
  }

  @Test
  void every_completion_can_be_understood_once_it_is_whole() throws QueryException {
    for (String completion : WORDS.completions("")) {
      String whole =
          completion.endsWith("<") || completion.endsWith(">")
              ? completion + 1
              : completion.endsWith(":") ? completion + "word" : completion;
      assertThat(FaceQuery.parse(whole, WORDS).text()).isEqualTo(whole);
    }
  }
}
