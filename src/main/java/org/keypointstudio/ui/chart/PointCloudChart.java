package org.keypointstudio.ui.chart;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Polyline;

/**
 * A cloud of points that stand for faces, with a picture behind it if need be. Drawing a line
 * around points chooses their faces; pointing at one tells which face it is.
 */
public final class PointCloudChart extends Region implements VectorChart {
  private static final double LEFT = 52;
  private static final double TOP = 28;
  private static final double RIGHT = 12;
  private static final double BOTTOM = 44;
  private static final double PIXELS_PER_TICK = 56;
  private static final double MARGIN = 0.04;
  private static final double NEAR = 8;
  private static final double SHORTEST_LASSO = 12;
  private static final int MANY_POINTS = 20_000;
  private static final int FEW_POINTS = 1_500;

  private final Canvas canvas = new Canvas();
  private final Polyline lasso = new Polyline();
  private final ChartStyle style = new ChartStyle(this::requestLayout);
  private final Consumer<IntStream> onLasso;
  private String horizontalName = "";
  private String verticalName = "";
  private IntConsumer onPointed = _ -> {};
  private IntConsumer onClicked = _ -> {};
  private PointCloud cloud = PointCloud.empty();
  private Optional<Behind> behind = Optional.empty();
  private boolean dotsShown = true;
  private Optional<PlotArea> painted = Optional.empty();

  /**
   * A picture behind the points.
   *
   * @param width that it covers from −0.5 on, in the unit of the points
   * @param height that it covers from −0.5 on
   */
  public record Behind(List<Image> layers, double width, double height) {
    /** Copies the list. */
    public Behind {
      layers = List.copyOf(layers);
    }
  }

  /**
   * An empty chart.
   *
   * @param onLasso is told the faces that a person drew a line around
   */
  public PointCloudChart(Consumer<IntStream> onLasso) {
    this.onLasso = onLasso;
    getStyleClass().add("point-cloud-chart");
    setMinSize(200, 200);
    lasso.getStyleClass().add("chart-lasso");
    lasso.setManaged(false);
    lasso.setMouseTransparent(true);
    canvas.setManaged(false);
    getChildren().setAll(style, canvas, lasso);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> faceAt(event, onPointed));
  }

  /** Who is told the face that the mouse is near. */
  public void setOnPointed(IntConsumer receiver) {
    onPointed = receiver;
  }

  /** Who is told the face whose point is clicked. */
  public void setOnClicked(IntConsumer receiver) {
    onClicked = receiver;
  }

  /** Names the axes, with their units. */
  public void setAxisNames(String horizontal, String vertical) {
    horizontalName = horizontal;
    verticalName = vertical;
    requestLayout();
  }

  /** Shows these points. */
  public void show(PointCloud points) {
    cloud = points;
    requestLayout();
  }

  /** Shows pictures behind the points, of which the later ones cover the earlier ones, or none. */
  public void showBehind(Optional<Behind> pictures) {
    behind = pictures;
    requestLayout();
  }

  /** Paints the points, or only what is behind them; they can be drawn around either way. */
  public void setDotsShown(boolean shown) {
    dotsShown = shown;
    requestLayout();
  }

  private void press(MouseEvent event) {
    lasso.getPoints().clear();
    if (event.getButton() == MouseButton.PRIMARY) {
      lasso.getPoints().addAll(event.getX(), event.getY());
    }
  }

  private void drag(MouseEvent event) {
    if (!lasso.getPoints().isEmpty()) {
      lasso.getPoints().addAll(event.getX(), event.getY());
    }
  }

  private void release(MouseEvent event) {
    List<Double> line = new ArrayList<>(lasso.getPoints());
    lasso.getPoints().clear();
    if (painted.isEmpty() || line.isEmpty()) {
      return;
    }
    double[] xs = new double[line.size() / 2];
    double[] ys = new double[xs.length];
    double length = 0;
    for (int i = 0; i < xs.length; i++) {
      xs[i] = painted.get().valueAtX(line.get(2 * i));
      ys[i] = valueAtY(painted.get(), line.get(2 * i + 1));
      length +=
          i == 0
              ? 0
              : Math.hypot(
                  line.get(2 * i) - line.get(2 * i - 2), line.get(2 * i + 1) - line.get(2 * i - 1));
    }
    if (length < SHORTEST_LASSO) {
      faceAt(event, onClicked);
    } else {
      int[] faces = cloud.facesWithin(xs, ys).toArray();
      if (faces.length > 0) {
        onLasso.accept(IntStream.of(faces));
      }
    }
  }

  private void faceAt(MouseEvent event, IntConsumer receiver) {
    if (painted.isPresent()) {
      PlotArea area = painted.get();
      double unit = area.horizontal().length() / Math.max(1, area.bounds().getWidth());
      int point =
          cloud.nearest(area.valueAtX(event.getX()), valueAtY(area, event.getY()), NEAR * unit);
      if (point >= 0) {
        receiver.accept(cloud.face(point));
      }
    }
  }

  /** Values grow downwards, while the plot's vertical axis goes from the bottom up. */
  private static double valueAtY(PlotArea area, double y) {
    return -(area.vertical().low()
        + (area.bounds().getMaxY() - y)
            / Math.max(1, area.bounds().getHeight())
            * area.vertical().length());
  }

  @Override
  protected double computePrefWidth(double height) {
    return 480;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 480;
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, getWidth(), getHeight());
    painted = behind.isEmpty() && cloud.size() == 0 ? Optional.empty() : Optional.of(area());
    painted.ifPresent(area -> paint(graphics, area));
  }

  private void paint(GraphicsContext graphics, PlotArea area) {
    behind.ifPresent(pictures -> paintBehind(graphics, area, pictures));
    paintAxes(new CanvasBrush(graphics), area);
    if (dotsShown) {
      graphics.drawImage(dots(area), area.bounds().getMinX(), area.bounds().getMinY());
    }
  }

  private void paintAxes(ChartBrush brush, PlotArea area) {
    new ChartPainter(brush, style, area)
        .paintAxes(
            AxisScale.LINEAR.ticks(
                area.horizontal(), (int) (area.bounds().getWidth() / PIXELS_PER_TICK)),
            verticalTicks(area),
            horizontalName,
            verticalName);
  }

  /**
   * The axes and the points as they are shown at present, as the text of an SVG file. Pictures
   * behind the points are no lines and are left out.
   */
  @Override
  public String svg(String title, Paint ground) {
    SvgBrush brush = new SvgBrush(getWidth(), getHeight(), 0, ground);
    painted.ifPresent(
        area -> {
          paintAxes(brush, area);
          for (int point = 0; dotsShown && point < cloud.size(); point++) {
            if (cloud.isPlaced(point)) {
              int color = cloud.color(point);
              brush.useFill(Color.rgb(color >> 16 & 0xff, color >> 8 & 0xff, color & 0xff));
              brush.disc(area.toX(cloud.x(point)), area.toY(-cloud.y(point)), side() / 2.0);
            }
          }
        });
    return brush.file(title);
  }

  /** How wide a point is, in pixels. */
  private int side() {
    return cloud.size() > MANY_POINTS ? 2 : cloud.size() > FEW_POINTS ? 4 : 6;
  }

  private static void paintBehind(GraphicsContext graphics, PlotArea area, Behind pictures) {
    double left = area.toX(-0.5);
    double top = area.toY(0.5);
    double right = area.toX(pictures.width() - 0.5);
    double bottom = area.toY(-(pictures.height() - 0.5));
    graphics.setImageSmoothing(true);
    for (Image layer : pictures.layers()) {
      graphics.drawImage(layer, left, top, right - left, bottom - top);
    }
  }

  private static List<Tick> verticalTicks(PlotArea area) {
    Range downwards = new Range(-area.vertical().high(), -area.vertical().low());
    return AxisScale.LINEAR
        .ticks(downwards, (int) (area.bounds().getHeight() / PIXELS_PER_TICK))
        .stream()
        .map(tick -> new Tick(-tick.value(), tick.label()))
        .toList();
  }

  /**
   * What is to be seen, one unit as long in both directions, in the middle of the room there is.
   */
  private PlotArea area() {
    double[] limits = limits();
    double width = Math.max(1, getWidth() - LEFT - RIGHT);
    double height = Math.max(1, getHeight() - TOP - BOTTOM);
    double perUnit = Math.min(width / (limits[1] - limits[0]), height / (limits[3] - limits[2]));
    double moreX = (width / perUnit - (limits[1] - limits[0])) / 2;
    double moreY = (height / perUnit - (limits[3] - limits[2])) / 2;
    return new PlotArea(
        new Rectangle2D(LEFT, TOP, width, height),
        new Range(limits[0] - moreX, limits[1] + moreX),
        new Range(-limits[3] - moreY, -limits[2] + moreY),
        AxisScale.LINEAR);
  }

  /** Least and greatest x, least and greatest y. */
  private double[] limits() {
    double[] limits =
        behind
            .map(it -> new double[] {-0.5, it.width() - 0.5, -0.5, it.height() - 0.5})
            .orElse(new double[] {1e300, -1e300, 1e300, -1e300});
    for (int point = 0; behind.isEmpty() && point < cloud.size(); point++) {
      if (cloud.isPlaced(point)) {
        limits[0] = Math.min(limits[0], cloud.x(point));
        limits[1] = Math.max(limits[1], cloud.x(point));
        limits[2] = Math.min(limits[2], cloud.y(point));
        limits[3] = Math.max(limits[3], cloud.y(point));
      }
    }
    if (limits[0] > limits[1]) {
      return new double[] {0, 1, 0, 1};
    }
    double margin = Math.max(1e-6, MARGIN * Math.max(limits[1] - limits[0], limits[3] - limits[2]));
    return new double[] {
      limits[0] - margin, limits[1] + margin, limits[2] - margin, limits[3] + margin
    };
  }

  /** The points as a picture, which hundreds of thousands of them take milliseconds to fill. */
  private Image dots(PlotArea area) {
    int width = Math.max(1, (int) area.bounds().getWidth());
    int height = Math.max(1, (int) area.bounds().getHeight());
    IntBuffer pixels = IntBuffer.allocate(width * height);
    int side = side();
    for (int point = 0; point < cloud.size(); point++) {
      if (cloud.isPlaced(point)) {
        int left = (int) (area.toX(cloud.x(point)) - area.bounds().getMinX()) - side / 2;
        int top = (int) (area.toY(-cloud.y(point)) - area.bounds().getMinY()) - side / 2;
        fill(pixels, width, height, left, top, side, 0xff000000 | cloud.color(point));
      }
    }
    return new WritableImage(
        new PixelBuffer<>(width, height, pixels, PixelFormat.getIntArgbPreInstance()));
  }

  /** A square without its corners, where it is large enough to have some. */
  private static void fill(
      IntBuffer pixels, int width, int height, int left, int top, int side, int color) {
    for (int y = Math.max(0, top); y < Math.min(height, top + side); y++) {
      for (int x = Math.max(0, left); x < Math.min(width, left + side); x++) {
        boolean corner =
            side > 2 && (x == left || x == left + side - 1) && (y == top || y == top + side - 1);
        if (!corner) {
          pixels.put(y * width + x, color);
        }
      }
    }
  }
}
