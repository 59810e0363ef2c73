package org.keypointstudio.project.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.ArbitraryLabels;
import org.keypointstudio.model.FaceLabels;

class LabelsJsonTest {
  private static final int SIZE = 4;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Provide
  static Arbitrary<FaceLabels> faces() {
    return ArbitraryLabels.faces(SIZE);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.MIXIN)
  void labels_come_back_from_text_as_they_were(@ForAll("faces") FaceLabels labels)
      throws IOException {
    ObjectNode face = MAPPER.createObjectNode();
    LabelsJson.putCoordinates(face, labels.annotation());
    LabelsJson.putMarks(face, labels);

    JsonNode read = MAPPER.readTree(MAPPER.writeValueAsString(face));

    assertThat(LabelsJson.withMarks(read, LabelsJson.coordinates(read, SIZE))).isEqualTo(labels);
  }

  @Property(tries = 20, edgeCases = EdgeCasesMode.MIXIN)
  void a_face_as_it_was_loaded_has_no_marks(@ForAll("faces") FaceLabels labels) {
    ObjectNode face = MAPPER.createObjectNode();

    LabelsJson.putMarks(face, FaceLabels.of(Annotation.unlabelled(SIZE)));

    assertThat(face).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"occluded\":[0]}",
        "{\"absent\":[1]}",
        "{\"locked\":[4]}",
        "{\"locked\":[-1]}",
        "{\"locked\":[\"nose\"]}",
        "{\"origins\":{\"oracle\":[1]}}",
        "{\"origins\":{\"hand\":[9]}}",
      })
  void marks_that_do_not_fit_their_face_are_refused(String json) throws IOException {
    JsonNode face = MAPPER.readTree(json);
    double none = Double.NaN;
    Annotation coordinates = Annotation.ofCoordinates(none, none, 1, 2, 3, 4, 5, 6);

    assertThatThrownBy(() -> LabelsJson.withMarks(face, coordinates))
        .isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"x\":[1,2,3,4],\"y\":[1,2,3]}",
        "{\"x\":[1,2,3,\"4\"],\"y\":[1,2,3,4]}",
        "{\"x\":[1,2,3,1e999],\"y\":[1,2,3,4]}",
      })
  void coordinates_that_are_none_are_refused(String json) throws IOException {
    JsonNode face = MAPPER.readTree(json);

    assertThatThrownBy(() -> LabelsJson.coordinates(face, SIZE)).isInstanceOf(IOException.class);
  }
}
