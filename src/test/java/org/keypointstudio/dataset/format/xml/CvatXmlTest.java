package org.keypointstudio.dataset.format.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.task.TaskContext;

class CvatXmlTest {
  /** As CVAT exports skeletons, shapes of points and other shapes. */
  private static final String SKELETONS =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <annotations>
        <version>1.1</version>
        <meta>
          <task>
            <id>4</id>
            <name>faces</name>
            <labels>
              <label>
                <name>face</name>
                <color>#5986b3</color>
                <type>skeleton</type>
                <attributes><attribute><name>pose</name></attribute></attributes>
                <svg>&lt;line data-type="edge" data-node-from="2" data-node-to="3"&gt;&lt;/line&gt;
                  &lt;circle data-node-id="2" data-label-name="nose"&gt;&lt;/circle&gt;
                  &lt;circle data-node-id="3" data-label-name="left_eye"&gt;&lt;/circle&gt;</svg>
              </label>
              <label><name>left_eye</name><color>#D12345</color><type>points</type>
                <attributes/><parent>face</parent></label>
              <label><name>right_eye</name><color></color><type>points</type>
                <attributes/><parent>face</parent></label>
              <label><name>nose</name><color/><type>points</type><parent>face</parent></label>
            </labels>
          </task>
        </meta>
        <image id="0" name="folder\\a.jpg" width="640" height="480">
          <skeleton label="face" source="manual" z_order="0" group_id="7">
            <points label="nose" source="manual" outside="0" occluded="1" points="74.96,10.50">
              <attribute name="blur">no</attribute>
            </points>
            <points label="right_eye" source="manual" outside="1" occluded="0" points="1,2">
            </points>
          </skeleton>
          <box label="head" source="manual" occluded="0" xtl="1.5" ytl="2" xbr="11.5" ybr="22"
            z_order="0" group_id="7"></box>
          <polygon label="hat" points="1,2;3,4;5,6" occluded="0"/>
        </image>
        <image id="1" name="b.jpg" width="64" height="48">
        </image>
      </annotations>
      """;

  @TempDir private Path folder;

  private AnnotatedImages read(String xml) throws IOException {
    Path file = folder.resolve("annotations.xml");
    Files.writeString(file, xml);
    return new CvatXml().read(file, TaskContext.unattended());
  }

  @Test
  void a_skeleton_is_a_face_whose_elements_the_head_declares() throws IOException {
    AnnotatedImages images = read(SKELETONS);

    assertThat(images.schema().keypointNames()).containsExactly("left_eye", "right_eye", "nose");
    assertThat(images.schema().skeleton()).containsExactly(new IndexPair(2, 0));
    assertThat(images.schema().color(0)).hasValue("#d12345");
    AnnotatedFace face = images.faces().getFirst();
    assertThat(face.imageName()).isEqualTo("folder/a.jpg");
    assertThat(face.imageSize()).hasValue(new ImageSize(640, 480));
    assertThat(face.box()).hasValue(new FaceBox(1.5, 2, 10, 20));
    assertThat(face.annotation().keypoint(0)).isEqualTo(Keypoint.unlabelled());
    assertThat(face.annotation().keypoint(1)).isEqualTo(Keypoint.absent());
    assertThat(face.annotation().keypoint(2))
        .isEqualTo(new Keypoint(74.96, 10.5, Visibility.OCCLUDED));
    assertThat(images.faces().getLast().isEmptyImage()).isTrue();
    assertThat(images.remarks()).singleElement().asString().contains("1 shape is no keypoints");
  }

  @Test
  void a_shape_of_points_is_a_face_with_numbered_keypoints() throws IOException {
    AnnotatedImages images =
        read(
            """
            <annotations><image id="0" name="a.jpg" width="9" height="9">
              <points label="face" occluded="0" points="1,2;3.5,4"/>
              <points label="face" occluded="1" points="5,6;7,8"/>
            </image></annotations>
            """);

    assertThat(images.schema().keypointNames()).containsExactly("point_0", "point_1");
    assertThat(images.faces()).hasSize(2);
    assertThat(images.faces().getFirst().annotation().keypoint(1))
        .isEqualTo(Keypoint.visible(3.5, 4));
    assertThat(images.faces().getLast().annotation().visibility(0)).isEqualTo(Visibility.OCCLUDED);
  }

  @Test
  void single_points_are_the_keypoints_that_their_labels_say() throws IOException {
    AnnotatedImages images =
        read(
            """
            <annotations><image id="0" name="a.jpg" width="9" height="9">
              <points label="nose" occluded="0" points="1,2"/>
              <points label="chin" occluded="0" points="3,4"/>
              <points label="nose" occluded="0" points="5,6"/>
            </image></annotations>
            """);

    assertThat(images.schema().keypointNames()).containsExactly("nose", "chin");
    assertThat(images.faces()).hasSize(2);
    assertThat(images.faces().getLast().annotation().keypoint(1)).isEqualTo(Keypoint.unlabelled());
  }

  @Test
  void a_track_gives_a_face_for_each_frame_on_which_it_is_seen() throws IOException {
    AnnotatedImages images =
        read(
            """
            <annotations><meta/><track id="0" label="face">
              <skeleton frame="3" keyframe="1">
                <points label="nose" outside="0" occluded="0" points="1,2"/></skeleton>
              <skeleton frame="4" keyframe="1" outside="1">
                <points label="nose" outside="1" occluded="0" points="1,2"/></skeleton>
            </track></annotations>
            """);

    assertThat(images.faces()).hasSize(1);
    assertThat(images.faces().getFirst().imageName()).isEqualTo("images/frame_000003.png");
    assertThat(images.faces().getFirst().imageSize()).isEqualTo(Optional.empty());
  }

  @Test
  void what_else_a_file_says_stays_when_keypoints_move() throws IOException {
    AnnotatedImages images = read(SKELETONS);
    Annotation first = images.faces().getFirst().annotation();
    Annotation moved =
        first
            .with(0, Keypoint.visible(1.5, 2))
            .with(1, new Keypoint(3, 4, Visibility.OCCLUDED))
            .with(2, Keypoint.absent());
    Path file = folder.resolve("annotations.xml");

    new CvatXml()
        .rewrite(
            file,
            images.withFaces(
                List.of(
                    images.faces().getFirst().withAnnotation(moved),
                    images.faces().getLast().withAnnotation(first))),
            file,
            TaskContext.unattended());

    assertThat(Files.readString(file))
        .contains(
            "label=\"hat\" points=\"1,2;3,4;5,6\"", "<attribute name=\"blur\">no", "<id>4</id>")
        .contains("points=\"74.96,10.50\"", "group_id=\"7\"");
    AnnotatedImages again = new CvatXml().read(file, TaskContext.unattended());
    assertThat(again.faces().getFirst().annotation()).isEqualTo(moved);
    assertThat(again.faces().getLast().annotation()).isEqualTo(first);
    assertThat(again.schema()).isEqualTo(images.schema());
  }

  @Test
  void shapes_of_points_are_written_anew_as_skeletons() throws IOException {
    AnnotatedImages images =
        read(
            """
            <annotations><image id="0" name="a.jpg" width="9" height="9">
              <points label="face" occluded="0" points="1,2;3.5,4"/>
            </image></annotations>
            """);
    Annotation moved = images.faces().getFirst().annotation().with(0, Keypoint.visible(5, 6));
    Path file = folder.resolve("annotations.xml");

    new CvatXml()
        .rewrite(
            file,
            images.withFaces(List.of(images.faces().getFirst().withAnnotation(moved))),
            file,
            TaskContext.unattended());

    assertThat(new CvatXml().read(file, TaskContext.unattended()).faces().getFirst().annotation())
        .isEqualTo(moved);
  }

  @Test
  void a_file_is_known_by_its_elements() {
    assertThat(new CvatXml().recognises(folder, SKELETONS.getBytes(StandardCharsets.UTF_8)))
        .isTrue();
    assertThat(new DlibXml().recognises(folder, SKELETONS.getBytes(StandardCharsets.UTF_8)))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "74.96,10.50 | 74.96 | line 28: \"74.96\" is no point",
        "74.96,10.50 | 74.96,NaN | line 28: the y of <points> is \"NaN\"",
        "74.96,10.50 | '' | line 28: <points> has no points",
        "label=\"right_eye\" | label=\"nose\" | line 31: the keypoint nose is there twice",
        "xbr=\"11.5\" | xbr=\"1\" | holds no face",
        "name=\"b.jpg\" | name=\"\" | <image> has no name",
        "</annotations> | '' | no well-formed XML",
      })
  void what_is_wrong_is_told_with_its_line(String right, String wrong, String told) {
    assertThatThrownBy(() -> read(SKELETONS.replace(right, wrong)))
        .isInstanceOf(DataSetException.class)
        .hasMessageStartingWith("annotations.xml")
        .hasMessageContaining(told);
  }

  @Test
  void a_drawing_may_hold_no_entities_of_its_own() {
    String bomb = "&lt;!DOCTYPE s [&lt;!ENTITY a \"x\"&gt;]&gt;&amp;a;";

    assertThatThrownBy(() -> read(SKELETONS.replace("<svg>", "<svg>" + bomb)))
        .isInstanceOf(DataSetException.class);
  }
}
