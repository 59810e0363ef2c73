package org.keypointstudio.report.plot;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Plots as pictures, on white. */
public final class PlotPainter {
  private final PlotFonts fonts;

  /** A painter that writes with a font. */
  public PlotPainter(PlotFonts fonts) {
    this.fonts = fonts;
  }

  /**
   * Paints a plot.
   *
   * @param scale pixels of the picture for each of the plot
   */
  public BufferedImage paint(Plot plot, double scale) {
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(plot.width() * scale),
            (int) Math.ceil(plot.height() * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      smooth(graphics);
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
      graphics.scale(scale, scale);
      plot.shapes().forEach(shape -> paint(graphics, shape));
    } finally {
      graphics.dispose();
    }
    return image;
  }

  /** Lets edges of shapes and letters be smooth. */
  public static void smooth(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
  }

  private void paint(Graphics2D graphics, Shape shape) {
    switch (shape) {
      case Shape.Path path -> paint(graphics, path);
      case Shape.Box box ->
          fill(
              graphics,
              new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()),
              box.ink(),
              box.opacity());
      case Shape.Ellipse ellipse -> {
        AffineTransform before = graphics.getTransform();
        graphics.translate(ellipse.centre().x(), ellipse.centre().y());
        graphics.rotate(Math.toRadians(ellipse.degrees()));
        fill(
            graphics,
            new Ellipse2D.Double(
                -ellipse.horizontalRadius(),
                -ellipse.verticalRadius(),
                2 * ellipse.horizontalRadius(),
                2 * ellipse.verticalRadius()),
            ellipse.ink(),
            ellipse.opacity());
        graphics.setTransform(before);
      }
      case Shape.Text text -> paint(graphics, text);
    }
  }

  private static void fill(Graphics2D graphics, java.awt.Shape area, Ink ink, double opacity) {
    graphics.setComposite(AlphaComposite.SrcOver.derive((float) opacity));
    graphics.setColor(Color.decode(ink.light()));
    graphics.fill(area);
    graphics.setComposite(AlphaComposite.SrcOver);
  }

  private static void paint(Graphics2D graphics, Shape.Path path) {
    Path2D line = new Path2D.Double();
    List<Shape.Point> points = path.points();
    for (int i = 0; i < points.size(); i++) {
      if (i == 0) {
        line.moveTo(points.get(i).x(), points.get(i).y());
      } else {
        line.lineTo(points.get(i).x(), points.get(i).y());
      }
    }
    graphics.setColor(Color.decode(path.ink().light()));
    graphics.setStroke(stroke(path));
    graphics.draw(line);
  }

  private static BasicStroke stroke(Shape.Path path) {
    double[] lengths = SvgText.dashLengths(path.dashes());
    if (lengths.length == 0) {
      return new BasicStroke((float) path.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }
    float[] pattern = new float[lengths.length];
    for (int i = 0; i < pattern.length; i++) {
      pattern[i] = (float) lengths[i];
    }
    return new BasicStroke(
        (float) path.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, 0);
  }

  private void paint(Graphics2D graphics, Shape.Text text) {
    graphics.setFont(fonts.of(text.size(), text.bold()));
    graphics.setColor(Color.decode(text.ink().light()));
    double width = graphics.getFontMetrics().getStringBounds(text.text(), graphics).getWidth();
    double shift =
        switch (text.anchor()) {
          case START -> 0;
          case MIDDLE -> width / 2;
          case END -> width;
        };
    graphics.drawString(text.text(), (float) (text.place().x() - shift), (float) text.place().y());
  }
}
