package org.keypointstudio.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.report.plot.Ink;
import org.keypointstudio.report.plot.PlotFonts;
import org.keypointstudio.report.plot.PlotPainter;

/**
 * Many faces on one picture, each with its labels as discs and the predictions of each model in its
 * colour and shape, with lines from label to prediction.
 */
public final class ContactSheet {
  private static final int FACE = 208;
  private static final int GAP = 12;
  private static final int LINE = 16;
  private static final double RADIUS = 3.5;
  private static final Color GROUND = Color.decode(Ink.PAPER.dark());
  private static final Color EDGE = new Color(0, 0, 0, 180);

  private final PlotFonts fonts;
  private final List<String> models;

  /**
   * A sheet.
   *
   * @param models their names, for the legend
   */
  public ContactSheet(PlotFonts fonts, List<String> models) {
    this.fonts = fonts;
    this.models = List.copyOf(models);
  }

  /**
   * Paints faces in rows.
   *
   * @param title what they are
   * @param columns how many faces stand side by side
   */
  public BufferedImage paint(String title, List<FaceTile> faces, int columns) {
    int captions = faces.stream().mapToInt(face -> face.captions().size()).max().orElse(0);
    int tileHeight = FACE + LINE * (captions + 1) + GAP;
    int rows = Math.ceilDiv(faces.size(), columns);
    int legend = LINE * (models.size() + 2) + 3 * GAP;
    BufferedImage sheet =
        new BufferedImage(
            columns * (FACE + GAP) + GAP,
            legend + rows * tileHeight + GAP,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    try {
      PlotPainter.smooth(graphics);
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.setColor(GROUND);
      graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
      paintLegend(graphics, title, sheet.getWidth() - 2 * GAP);
      for (int i = 0; i < faces.size(); i++) {
        Graphics2D tile =
            (Graphics2D)
                graphics.create(
                    GAP + i % columns * (FACE + GAP),
                    legend + Math.floorDiv(i, columns) * tileHeight,
                    FACE,
                    tileHeight);
        paint(tile, faces.get(i));
        tile.dispose();
      }
    } finally {
      graphics.dispose();
    }
    return sheet;
  }

  private void paintLegend(Graphics2D graphics, String title, int width) {
    int y = GAP + LINE;
    write(graphics, title, GAP, y, width, true, Color.WHITE);
    y += LINE + GAP / 2;
    disc(graphics, GAP + RADIUS, y - RADIUS);
    write(graphics, "labels", GAP + 16, y, width - 16, false, color(Ink.TRUTH));
    for (int model = 0; model < models.size(); model++) {
      y += LINE;
      mark(graphics, GAP + RADIUS, y - RADIUS, model);
      write(graphics, models.get(model), GAP + 16, y, width - 16, false, color(Ink.model(model)));
    }
  }

  private void paint(Graphics2D graphics, FaceTile face) {
    GrayImage image = face.image();
    double scale = (double) FACE / Math.max(image.width(), image.height());
    double left = (FACE - image.width() * scale) / 2;
    double top = (FACE - image.height() * scale) / 2;
    graphics.drawImage(
        picture(image),
        (int) Math.round(left),
        (int) Math.round(top),
        (int) Math.round(image.width() * scale),
        (int) Math.round(image.height() * scale),
        null);
    Graphics2D area = (Graphics2D) graphics.create(0, 0, FACE, FACE);
    // A coordinate is the centre of a pixel, so the image begins half a pixel before 0.
    Place place = new Place(left + scale / 2, top + scale / 2, scale);
    for (int model = 0; model < face.predictions().size(); model++) {
      lines(area, place, face.truth(), face.predictions().get(model), model);
    }
    for (int k = 0; k < face.truth().size(); k++) {
      if (face.truth().isPlaced(k)) {
        disc(area, place.x(face.truth().x(k)), place.y(face.truth().y(k)));
      }
    }
    for (int model = 0; model < face.predictions().size(); model++) {
      Annotation predicted = face.predictions().get(model);
      for (int k = 0; k < predicted.size(); k++) {
        if (predicted.isPlaced(k)) {
          mark(area, place.x(predicted.x(k)), place.y(predicted.y(k)), model);
        }
      }
    }
    area.dispose();
    write(graphics, face.title(), 0, FACE + LINE - 2, FACE, true, Color.WHITE);
    for (int model = 0; model < face.captions().size(); model++) {
      write(
          graphics,
          face.captions().get(model),
          0,
          FACE + LINE * (model + 2) - 2,
          FACE,
          false,
          color(Ink.model(model)));
    }
  }

  /** From pixels of a face's image to the tile. */
  private record Place(double left, double top, double scale) {
    double x(double imageX) {
      return left + imageX * scale;
    }

    double y(double imageY) {
      return top + imageY * scale;
    }
  }

  private static BufferedImage picture(GrayImage image) {
    BufferedImage picture =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_BYTE_GRAY);
    image.copyTo(((DataBufferByte) picture.getRaster().getDataBuffer()).getData(), 0);
    return picture;
  }

  private static void lines(
      Graphics2D graphics, Place place, Annotation truth, Annotation predicted, int model) {
    graphics.setColor(color(Ink.model(model)));
    graphics.setStroke(new BasicStroke(1.2f));
    for (int k = 0; k < truth.size(); k++) {
      if (truth.isPlaced(k) && predicted.isPlaced(k)) {
        graphics.draw(
            new Line2D.Double(
                place.x(truth.x(k)),
                place.y(truth.y(k)),
                place.x(predicted.x(k)),
                place.y(predicted.y(k))));
      }
    }
  }

  private static void disc(Graphics2D graphics, double x, double y) {
    graphics.setColor(EDGE);
    graphics.fill(circle(x, y, RADIUS + 1));
    graphics.setColor(color(Ink.TRUTH));
    graphics.fill(circle(x, y, RADIUS));
  }

  private static Ellipse2D circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  /** A cross, a plus or a diamond, as in the window. */
  private static void mark(Graphics2D graphics, double x, double y, int model) {
    double r = RADIUS;
    Path2D shape = new Path2D.Double();
    switch (model % 3) {
      case 0 -> {
        line(shape, x - r, y - r, x + r, y + r);
        line(shape, x - r, y + r, x + r, y - r);
      }
      case 1 -> {
        line(shape, x - r, y, x + r, y);
        line(shape, x, y - r, x, y + r);
      }
      default -> {
        shape.moveTo(x, y - r);
        shape.lineTo(x + r, y);
        shape.lineTo(x, y + r);
        shape.lineTo(x - r, y);
        shape.closePath();
      }
    }
    graphics.setColor(EDGE);
    graphics.setStroke(new BasicStroke(3.4f));
    graphics.draw(shape);
    graphics.setColor(color(Ink.model(model)));
    graphics.setStroke(new BasicStroke(1.8f));
    graphics.draw(shape);
  }

  private static void line(Path2D path, double fromX, double fromY, double toX, double toY) {
    path.moveTo(fromX, fromY);
    path.lineTo(toX, toY);
  }

  private static Color color(Ink ink) {
    return Color.decode(ink.dark());
  }

  private void write(
      Graphics2D graphics, String text, int x, int y, int width, boolean bold, Color color) {
    graphics.setFont(fonts.of(12, bold));
    graphics.setColor(color);
    graphics.drawString(fitting(text, graphics.getFontMetrics(), width), x, y);
  }

  private static String fitting(String text, FontMetrics metrics, int width) {
    if (metrics.stringWidth(text) <= width) {
      return text;
    }
    int length = text.length();
    while (length > 0 && metrics.stringWidth(text.substring(0, length) + "…") > width) {
      length = text.offsetByCodePoints(length, -1);
    }
    return text.substring(0, length) + "…";
  }
}
