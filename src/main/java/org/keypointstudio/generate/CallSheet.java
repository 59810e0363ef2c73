package org.keypointstudio.generate;

import java.util.Random;
import org.keypointstudio.generate.face.Casting;
import org.keypointstudio.generate.face.FaceRenderer;
import org.keypointstudio.generate.face.Person;
import org.keypointstudio.generate.face.PhotoSession;
import org.keypointstudio.generate.face.RenderedFace;
import org.keypointstudio.generate.face.Seeds;
import org.keypointstudio.generate.face.Shot;
import org.keypointstudio.model.Annotation;

/**
 * Who is in which row. Rows come in blocks of 24; each block shows ten people in two to four
 * pictures each, in mixed order, and two of its rows are exact duplicates of pictures in it, a
 * share as large as in Kaggle's file.
 */
final class CallSheet {
  static final int IMAGE_SIDE = 96;

  private static final int BLOCK = 24;
  private static final int PEOPLE_PER_BLOCK = 10;
  private static final int[] PERSON_OF_SLOT = {
    0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9
  };

  /** Slots that repeat the picture of the slot before them: the same person's, never the first. */
  private static final int[] DUPLICATE_SLOTS = {3, 6};

  private final long seed;
  private final FaceRenderer renderer = new FaceRenderer();

  CallSheet(long seed) {
    this.seed = seed;
  }

  /** The number of the person in a row, counted from 0. */
  int person(int row) {
    return row / BLOCK * PEOPLE_PER_BLOCK + PERSON_OF_SLOT[slot(row)];
  }

  /** The number of the picture in a row; two rows with the same number are duplicates. */
  int picture(int row) {
    int slot = slot(row);
    for (int duplicate : DUPLICATE_SLOTS) {
      if (slot == duplicate) {
        slot--;
      }
    }
    return row / BLOCK * BLOCK + slot;
  }

  private int slot(int row) {
    int[] order = new int[BLOCK];
    Random random = new Random(Seeds.mix(seed, -1 - row / BLOCK));
    for (int i = 0; i < BLOCK; i++) {
      int place = random.nextInt(i + 1);
      order[i] = order[place];
      order[place] = i;
    }
    return order[row % BLOCK];
  }

  /** Draws the picture of a row. */
  RenderedFace face(int row) {
    return face(row, IMAGE_SIDE);
  }

  /** Draws the picture of a row at another size, in pixels. */
  RenderedFace face(int row, int side) {
    return renderer.render(cast(row), shot(row), side);
  }

  /** The keypoints in the picture of a row, without drawing it. */
  Annotation keypoints(int row) {
    return renderer.keypoints(cast(row), shot(row), IMAGE_SIDE);
  }

  private Person cast(int row) {
    return Casting.person(Seeds.mix(Seeds.mix(seed, 1), person(row)));
  }

  private Shot shot(int row) {
    return PhotoSession.shot(Seeds.mix(Seeds.mix(seed, 2), picture(row)));
  }
}
