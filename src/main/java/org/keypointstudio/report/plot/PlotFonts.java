package org.keypointstudio.report.plot;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;

/** The program's own font for pictures, so that they look alike on every machine. */
public final class PlotFonts {
  private static final String FOLDER = "/org/keypointstudio/assets/fonts/inter/";

  private final Font regular;
  private final Font bold;

  /**
   * Loads the font.
   *
   * @throws IOException if the program is not whole
   */
  public PlotFonts() throws IOException {
    regular = load("Inter_400Regular.ttf");
    bold = load("Inter_600SemiBold.ttf");
  }

  private static Font load(String file) throws IOException {
    try (InputStream font = PlotFonts.class.getResourceAsStream(FOLDER + file)) {
      if (font == null) {
        throw new IOException("The program's font " + file + " is missing: install it anew.");
      }
      return Font.createFont(Font.TRUETYPE_FONT, font);
    } catch (FontFormatException problem) {
      throw new IOException("The program's font " + file + " is damaged.", problem);
    }
  }

  /** The font in a size, in pixels. */
  public Font of(double size, boolean isBold) {
    return (isBold ? bold : regular).deriveFont((float) size);
  }
}
