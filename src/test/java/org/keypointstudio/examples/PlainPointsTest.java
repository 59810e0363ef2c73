package org.keypointstudio.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.FormatRoundTrip;
import org.keypointstudio.dataset.format.KeypointFormats;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.task.TaskContext;

class PlainPointsTest {
  private static final String TEXT =
      "# points\tleft_eye\tnose_tip\na.png\t1.5,2.0\t-\nb.png\t3.25,4.0\t5.0,6.0\n";

  private final PlainPoints format = new PlainPoints();
  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("faces.points"), text);
  }

  @Test
  void a_file_is_recognised_by_its_content_and_read() throws IOException {
    Path file = file(TEXT);

    assertThat(new KeypointFormats(List.of(format)).recognise(file)).contains(format);
    AnnotatedImages images = format.read(file, TaskContext.unattended());

    assertThat(images.schema().keypointNames()).containsExactly("left_eye", "nose_tip");
    assertThat(images.faces().getFirst().annotation())
        .isEqualTo(Annotation.of(List.of(Keypoint.visible(1.5, 2), Keypoint.unlabelled())));
  }

  @Test
  void what_was_read_is_written_as_it_was() throws IOException {
    Path copy = folder.resolve("copy.points");

    format.write(format.read(file(TEXT), TaskContext.unattended()), copy, TaskContext.unattended());

    assertThat(copy).hasContent(TEXT);
  }

  @Test
  void whatever_the_format_says_that_it_carries_survives_a_round_trip() throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      FormatRoundTrip trip = new FormatRoundTrip(format, seed);
      AnnotatedImages faces = trip.faces();

      trip.requireSame(faces, trip.writeAndRead(faces, folder.resolve("trip " + seed)));
    }
  }

  @Test
  void a_bad_point_is_named_with_its_line() throws IOException {
    Path file = file(TEXT.replace("5.0,6.0", "5.0;6.0"));

    assertThatThrownBy(() -> format.read(file, TaskContext.unattended()))
        .isInstanceOf(DataSetException.class)
        .hasMessage(
            "faces.points, line 3: “5.0;6.0” is no point: write x,y in pixels, or - for none.");
  }

  @Test
  void other_files_are_left_to_other_formats() {
    assertThat(format.recognises(folder, "Image,left_eye\n".getBytes(StandardCharsets.UTF_8)))
        .isFalse();
    assertThat(format.recognises(folder, new byte[0])).isFalse();
  }
}
