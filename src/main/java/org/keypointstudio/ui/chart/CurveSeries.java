package org.keypointstudio.ui.chart;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.paint.Color;

/** A curve with its name and look in a chart. */
public final class CurveSeries {
  private final String name;
  private final Curve curve;
  private final List<String> styleClasses;
  private final Optional<Color> color;
  private final Role role;
  private final BooleanProperty visible = new SimpleBooleanProperty(true);
  private final DoubleProperty horizontalFactor = new SimpleDoubleProperty(1);
  private final ObjectProperty<Optional<Mark>> mark = new SimpleObjectProperty<>(Optional.empty());

  private CurveSeries(
      String name, Curve curve, Role role, Optional<Color> color, List<String> styleClasses) {
    this.name = name;
    this.curve = curve;
    this.role = role;
    this.color = color;
    this.styleClasses = styleClasses;
  }

  /**
   * A visible series whose look comes from the style sheets.
   *
   * @param name in the legend
   * @param curve its points, to which more may be added
   * @param styleClasses the CSS classes of its line, which give it stroke, width, dashes, opacity
   */
  public static CurveSeries styled(String name, Curve curve, Role role, String... styleClasses) {
    return new CurveSeries(name, curve, role, Optional.empty(), List.of(styleClasses));
  }

  /**
   * A visible series of a colour that means something elsewhere too.
   *
   * @param color of the line; the style sheets give it the rest
   */
  public static CurveSeries colored(
      String name, Curve curve, Role role, Color color, String... styleClasses) {
    return new CurveSeries(name, curve, role, Optional.of(color), List.of(styleClasses));
  }

  /** What the legend calls it. */
  public String name() {
    return name;
  }

  /** Its points. */
  public Curve curve() {
    return curve;
  }

  /** The CSS classes of its line. */
  List<String> styleClasses() {
    return styleClasses;
  }

  /** The colour of its line, if not the style sheets decide. */
  Optional<Color> color() {
    return color;
  }

  /** What it is for. */
  Role role() {
    return role;
  }

  /** Whether it is painted. */
  public BooleanProperty visibleProperty() {
    return visible;
  }

  /** By what the curve's x is multiplied to give the axis' unit. */
  public DoubleProperty horizontalFactorProperty() {
    return horizontalFactor;
  }

  /** A point that is pointed out. */
  public ObjectProperty<Optional<Mark>> markProperty() {
    return mark;
  }

  /** x of a point in the axis' unit. */
  double axisX(int index) {
    return curve.x(index) * horizontalFactor.get();
  }

  /** What a curve is for. */
  public enum Role {
    /** A noisy background; the axis does not stretch for its outliers. */
    DETAIL,
    /** A line. */
    LINE,
    /** A line through points that count, each with a dot. */
    POINTS
  }

  /**
   * A point that is pointed out.
   *
   * @param index which point of the curve
   * @param label what is written beside it
   */
  public record Mark(int index, String label) {}
}
