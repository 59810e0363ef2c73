package org.keypointstudio.dataset.format.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.FaceBox;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.task.TaskContext;

class DlibXmlTest {
  /** As dlib's save_image_dataset_metadata writes it. */
  private static final String IMGLAB =
      """
      <?xml version='1.0' encoding='ISO-8859-1'?>
      <?xml-stylesheet type='text/xsl' href='image_metadata_stylesheet.xsl'?>
      <dataset>
      <name>Training faces</name>
      <comment>These are images from the PASCAL VOC 2011 dataset.</comment>
      <images>
        <image file='2007_007763.jpg' width='500' height='375'>
          <box top='90' left='194' width='37' height='37'>
            <label>face</label>
            <part name='00' x='201' y='107'/>
            <part name='01' x='201' y='110'/>
          </box>
          <box top='114' left='158' width='37' height='37' ignore='1'/>
        </image>
        <image file='folder\\2008_001009.jpg'>
          <box top='79' left='79' width='37' height='37'>
            <part name='10' x='88' y='90'/>
            <part name='2' x='85.5' y='-3'/>
          </box>
        </image>
        <image file='empty.jpg'>
        </image>
      </images>
      </dataset>
      """;

  @TempDir private Path folder;

  private AnnotatedImages read(String xml) throws IOException {
    Path file = folder.resolve("faces.xml");
    Files.writeString(file, xml);
    return new DlibXml().read(file, TaskContext.unattended());
  }

  @Test
  void a_file_of_imglab_gives_a_face_for_each_box() throws IOException {
    AnnotatedImages images = read(IMGLAB);

    assertThat(images.schema().keypointNames()).containsExactly("00", "01", "2", "10");
    assertThat(images.faces()).hasSize(4);
    AnnotatedFace first = images.faces().getFirst();
    assertThat(first.imageName()).isEqualTo("2007_007763.jpg");
    assertThat(first.imageSize()).hasValue(new ImageSize(500, 375));
    assertThat(first.box()).hasValue(new FaceBox(194, 90, 37, 37));
    assertThat(first.label()).isEqualTo("face");
    assertThat(first.annotation().keypoint(1)).isEqualTo(Keypoint.visible(201, 110));
    assertThat(images.faces().get(1).annotation()).isEqualTo(Annotation.unlabelled(4));
    assertThat(images.faces().get(2).imageName()).isEqualTo("folder/2008_001009.jpg");
    assertThat(images.faces().get(2).annotation().keypoint(2))
        .isEqualTo(Keypoint.visible(85.5, -3));
    assertThat(images.faces().get(3).isEmptyImage()).isTrue();
  }

  @Test
  void a_file_is_known_by_its_elements() {
    byte[] other = "<?xml version='1.0'?><annotations/>".getBytes(StandardCharsets.UTF_8);

    assertThat(new DlibXml().recognises(folder, IMGLAB.getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(new DlibXml().recognises(folder, other)).isFalse();
    assertThat(new DlibXml().recognises(folder, new byte[] {-1, 0, 60})).isFalse();
  }

  @Test
  void what_is_written_has_whole_numbers_and_a_box_around_the_keypoints() throws IOException {
    AnnotatedImages images =
        new AnnotatedImages(
            read(IMGLAB).schema(),
            List.of(
                AnnotatedFace.of(
                    "a & b's <1>.jpg",
                    Annotation.ofCoordinates(1.6, 2.2, 5, 9, Double.NaN, Double.NaN, 3, 3))));
    Path target = folder.resolve("out.xml");

    new DlibXml().write(images, target, TaskContext.unattended());

    assertThat(Files.readString(target))
        .contains("<part name=\"00\" x=\"2\" y=\"2\"/>")
        .contains("<box top=\"2\" left=\"1\" width=\"5\" height=\"8\">");
    assertThat(new DlibXml().read(target, TaskContext.unattended()).faces().getFirst().imageName())
        .isEqualTo("a & b's <1>.jpg");
  }

  @Test
  void what_else_a_file_says_stays_when_keypoints_move() throws IOException {
    AnnotatedImages images = read(IMGLAB);
    List<AnnotatedFace> faces = new ArrayList<>(images.faces());
    Annotation first = faces.getFirst().annotation();
    faces.set(
        0,
        faces
            .getFirst()
            .withAnnotation(
                first
                    .with(0, Keypoint.visible(7.6, 8))
                    .with(1, Keypoint.unlabelled())
                    .with(3, Keypoint.visible(5, 6))));
    faces.set(
        3, faces.get(3).withAnnotation(faces.get(3).annotation().with(0, Keypoint.visible(1, 2))));
    Path file = folder.resolve("faces.xml");

    new DlibXml().rewrite(file, images.withFaces(faces), file, TaskContext.unattended());

    assertThat(Files.readString(file))
        .contains("<comment>These are images", "image_metadata_stylesheet.xsl", "ignore=\"1\"")
        .contains("x=\"8\" y=\"8\"", "x=\"85.5\"")
        .doesNotContain("x=\"201\"");
    AnnotatedImages again = new DlibXml().read(file, TaskContext.unattended());
    assertThat(again.faces()).hasSize(4);
    assertThat(again.faces().getFirst().annotation().keypoint(again.schema().indexOf("10")))
        .isEqualTo(Keypoint.visible(5, 6));
    assertThat(again.faces().get(3).annotation().keypoint(0)).isEqualTo(Keypoint.visible(1, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x='201' | x='NaN' | line 10: the x of <part> is \"NaN\"",
        "x='201' | x='1e308' | line 10: the x of <part> is \"1e308\"",
        "x='201' | '' | line 10: <part> has no x",
        "name='01' | name='00' | line 11: the part 00 is there twice",
        "width='37' height='37'> | width='-1' height='37'> | line 8: a <box> of -1.0 x 37.0 pixels",
        "</images> | '' | no well-formed XML",
      })
  void what_is_wrong_is_told_with_its_line(String right, String wrong, String told) {
    assertThatThrownBy(() -> read(IMGLAB.replaceFirst(java.util.regex.Pattern.quote(right), wrong)))
        .isInstanceOf(DataSetException.class)
        .hasMessageStartingWith("faces.xml")
        .hasMessageContaining(told);
  }

  @Test
  void an_entity_bomb_does_not_go_off() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE d [<!ENTITY a0 \"aaaaaaaaaa\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    String xml = IMGLAB.replace("<dataset>", bomb + "]><dataset>").replace("face<", "&a29;<");

    assertThatThrownBy(() -> read(xml))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining("no well-formed XML");
  }

  @Test
  void an_external_entity_is_not_read() throws IOException {
    Path secret = folder.resolve("secret");
    Files.writeString(secret, "secret words");
    String xml =
        IMGLAB
            .replace("<dataset>", "<!DOCTYPE d [<!ENTITY s SYSTEM \"%s\">]><dataset>")
            .replace("face<", "&s;<")
            .formatted(secret.toUri());

    assertThatThrownBy(() -> read(xml))
        .isInstanceOf(DataSetException.class)
        .hasMessageNotContaining("secret words");
  }

  @Test
  void elements_nested_without_end_are_refused() {
    assertThatThrownBy(() -> read("<dataset>".repeat(10_000)))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining("nested");
  }
}
