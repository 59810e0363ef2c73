package org.keypointstudio.ui.canvas;

/**
 * How grey values are shown. It never touches the data.
 *
 * @param brightness added, −1 (black) to 1 (white); 0 leaves the image as it is
 * @param contrast stretched about the middle grey, −1 (flat) to 1 (steep); 0 leaves it as it is
 * @param gamma −2 (middle greys dark) to 2 (bright): the exponent is 2^−gamma; 0 leaves the image
 *     as it is
 * @param equalization of the parts of the image each by itself, 0 (none) to 1, as {@link
 *     LocalEqualization} has it
 */
public record Tone(double brightness, double contrast, double gamma, double equalization) {
  /** The image as it is. */
  public static final Tone NEUTRAL = new Tone(0, 0, 0, 0);

  /** The shown grey of each of the 256 grey values, once the parts are equalised. */
  public int[] lookUpTable() {
    int[] table = new int[256];
    double slope = Math.tan((contrast + 1) * Math.PI / 4);
    double exponent = Math.pow(2, -gamma);
    for (int grey = 0; grey < table.length; grey++) {
      double bent = gamma == 0 ? grey : 255 * Math.pow(grey / 255.0, exponent);
      double shown = (bent - 127.5) * Math.min(slope, 255) + 127.5 + 255 * brightness;
      table[grey] = (int) Math.round(Math.clamp(shown, 0, 255));
    }
    return table;
  }
}
