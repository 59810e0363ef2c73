package org.keypointstudio.dataset.similarity;

/** Numbers that say what each of many images shows, as many of each image. */
public interface FaceVectors {

  /** The number of images, known or not. */
  int size();

  /** How many numbers each image has. */
  int length();

  /** Whether there are numbers of an image. */
  boolean isKnown(int index);

  /** One of the numbers of an image. */
  double at(int index, int cell);
}
