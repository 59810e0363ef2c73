package org.keypointstudio.ui.canvas;

/**
 * How grey values are shown. It never touches the data.
 *
 * @param brightness added, −1 (black) to 1 (white); 0 leaves the image as it is
 * @param contrast stretched about the middle grey, −1 (flat) to 1 (steep); 0 leaves it as it is
 */
public record Tone(double brightness, double contrast) {
  /** The image as it is. */
  public static final Tone NEUTRAL = new Tone(0, 0);

  /** The shown grey of each of the 256 grey values. */
  public int[] lookUpTable() {
    int[] table = new int[256];
    double slope = Math.tan((contrast + 1) * Math.PI / 4);
    for (int grey = 0; grey < table.length; grey++) {
      double shown = (grey - 127.5) * Math.min(slope, 255) + 127.5 + 255 * brightness;
      table[grey] = (int) Math.round(Math.clamp(shown, 0, 255));
    }
    return table;
  }
}
