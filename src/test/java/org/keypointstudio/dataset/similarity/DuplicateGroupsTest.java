package org.keypointstudio.dataset.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Face;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.TaskContext;

class DuplicateGroupsTest {

  /** Pictures of a data set; an image of one pixel stands for one that cannot be read. */
  private record Faces(List<GrayImage> images) implements FaceDataSet {
    @Override
    public Path path() {
      return Path.of("faces.csv");
    }

    @Override
    public KeypointSchema schema() {
      return KeypointSchema.kaggle15();
    }

    @Override
    public int size() {
      return images.size();
    }

    @Override
    public Face face(int index) {
      return new Face(index, "row " + (index + 1));
    }

    @Override
    public GrayImage image(int index) throws IOException {
      if (images.get(index).width() == 1) {
        throw new IOException("The image is missing.");
      }
      return images.get(index);
    }

    @Override
    public Annotation annotation(int index) {
      return Annotation.unlabelled(15);
    }
  }

  private static GrayImage flat(int side, int grey) {
    return Pictures.map(Pictures.random(side, side, 1), _ -> grey);
  }

  @Test
  void faces_that_show_one_picture_are_one_group() {
    GrayImage picture = Pictures.random(96, 96, 1);
    GrayImage brighter = Pictures.map(picture, grey -> grey * 3 / 4 + 60);
    GrayImage other = Pictures.random(96, 96, 2);
    GrayImage alone = Pictures.random(96, 96, 3);

    DuplicateGroups groups =
        DuplicateGroups.find(
            new Faces(List.of(picture, other, brighter, alone, picture, other)),
            TaskContext.unattended());

    assertThat(groups.groups()).containsExactly(List.of(0, 2, 4), List.of(1, 5));
    assertThat(groups.groupOf(4)).isEqualTo(1);
    assertThat(groups.groupOf(5)).isEqualTo(2);
    assertThat(groups.groupOf(3)).isZero();
    assertThat(groups.sizeOfGroup(0)).isEqualTo(3);
    assertThat(groups.sizeOfGroup(3)).isEqualTo(1);
  }

  @Test
  void small_and_flat_images_are_alike_only_if_every_pixel_is() {
    DuplicateGroups groups =
        DuplicateGroups.find(
            new Faces(List.of(flat(8, 7), flat(8, 9), flat(8, 7), flat(9, 7))),
            TaskContext.unattended());

    assertThat(groups.groups()).containsExactly(List.of(0, 2));
  }

  @Test
  void an_image_that_cannot_be_read_is_like_no_other() {
    GrayImage missing = new GrayImage(new ImageSize(1, 1), new byte[1]);

    DuplicateGroups groups =
        DuplicateGroups.find(new Faces(List.of(missing, missing)), TaskContext.unattended());

    assertThat(groups.groups()).isEmpty();
    assertThat(groups.faces()).isEqualTo(2);
  }

  @Test
  void looking_can_be_cancelled() {
    CancelToken token = new CancelToken();
    token.cancel();

    assertThatThrownBy(
            () ->
                DuplicateGroups.find(
                    new Faces(List.of(flat(8, 1))), new TaskContext(token, _ -> {})))
        .isInstanceOf(CancellationException.class);
  }
}
