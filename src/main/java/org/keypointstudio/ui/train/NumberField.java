package org.keypointstudio.ui.train;

import java.math.BigDecimal;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** A number that a person types, with the words for what is expected of it. */
public final class NumberField implements FormField {
  private final String name;
  private final String expectation;
  private final BigDecimal least;
  private final BigDecimal most;
  private final boolean whole;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper needed = new ReadOnlyBooleanWrapper(true);

  private NumberField(
      String name, String expectation, BigDecimal least, BigDecimal most, boolean whole) {
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

  /**
   * A field for whole numbers.
   *
   * @param name what the number is
   * @param expectation what may be typed: "a whole number from 1 to 10"
   * @param least the smallest number that is accepted
   * @param most the greatest number that is accepted
   */
  static NumberField whole(String name, String expectation, long least, long most) {
    return new NumberField(
        name, expectation, BigDecimal.valueOf(least), BigDecimal.valueOf(most), true);
  }

  /**
   * A field for numbers with decimals.
   *
   * @param name what the number is
   * @param expectation what may be typed: "a number from 0 to 1"
   * @param least the smallest number that is accepted
   * @param most the greatest number that is accepted
   */
  static NumberField decimal(String name, String expectation, String least, String most) {
    return new NumberField(name, expectation, new BigDecimal(least), new BigDecimal(most), false);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String expectation() {
    return expectation;
  }

  @Override
  public ReadOnlyBooleanProperty neededProperty() {
    return needed.getReadOnlyProperty();
  }

  /** It is asked for only while this holds. */
  NumberField neededWhile(ObservableValue<Boolean> condition) {
    needed.bind(condition);
    return this;
  }

  /** What is typed. */
  public StringProperty textProperty() {
    return text;
  }

  /** A sentence that says what was expected; empty while the text is a fitting number. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether the number fits, or is not asked for. */
  boolean isSettled() {
    return !needed.get() || problem.get().isEmpty();
  }

  /** The smallest number that is accepted. */
  public BigDecimal least() {
    return least;
  }

  /** The greatest number that is accepted. */
  public BigDecimal most() {
    return most;
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

  /**
   * The number.
   *
   * @throws java.util.NoSuchElementException if the text is not one that fits
   */
  double number() {
    return value().orElseThrow().doubleValue();
  }

  void set(BigDecimal number) {
    text.set(number.stripTrailingZeros().toPlainString());
  }

  /** Fills in a number as it is usually written. */
  void set(double number) {
    set(BigDecimal.valueOf(number));
  }

  /** A share of 1, typed in percent. */
  double share() {
    return value().orElseThrow().movePointLeft(2).doubleValue();
  }

  /** Fills in a share of 1 in percent. */
  void setShare(double share) {
    set(BigDecimal.valueOf(share).movePointRight(2));
  }
}
