package org.keypointstudio.model;

/** The image of a face as its file has it: grey, or in colours. */
public sealed interface FacePixels permits GrayImage, ColorImage {

  /** Width and height. */
  ImageSize size();

  /** The colour of a pixel as {@code 0xRRGGBB}. */
  int rgbAt(int x, int y);

  /** The same image without its colours. */
  GrayImage toGray();
}
