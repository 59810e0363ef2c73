package org.keypointstudio.ui.train;

import java.math.BigDecimal;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A number that a person types, with the words for what is expected of it. */
public final class NumberField {
  private final String name;
  private final String expectation;
  private final BigDecimal least;
  private final BigDecimal most;
  private final boolean whole;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /**
   * A field.
   *
   * @param name what the number is
   * @param expectation what may be typed: "a whole number from 1 to 10"
   * @param least the smallest number that is accepted
   * @param most the greatest number that is accepted
   * @param whole whether it has to be a whole number
   */
  NumberField(String name, String expectation, BigDecimal least, BigDecimal most, boolean whole) {
    this.name = name;
    this.expectation = expectation;
    this.least = least;
    this.most = most;
    this.whole = whole;
    text.subscribe(
        () ->
            problem.set(
                value().isPresent() ? "" : "%s: expected %s.".formatted(name, expectation)));
  }

  /** What the number is. */
  public String name() {
    return name;
  }

  /** What may be typed. */
  public String expectation() {
    return expectation;
  }

  /** What is typed. */
  public StringProperty textProperty() {
    return text;
  }

  /** A sentence that says what was expected; empty while the text is a fitting number. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The number, if the text is one that fits. */
  Optional<BigDecimal> value() {
    try {
      BigDecimal number = new BigDecimal(text.get().strip());
      boolean fits =
          number.compareTo(least) >= 0
              && number.compareTo(most) <= 0
              && (!whole || number.stripTrailingZeros().scale() <= 0);
      return fits ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  void set(BigDecimal number) {
    text.set(number.stripTrailingZeros().toPlainString());
  }
}
