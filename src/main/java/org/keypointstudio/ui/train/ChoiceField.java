package org.keypointstudio.ui.train;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * One of several values that a person chooses.
 *
 * @param <T> the values
 */
public final class ChoiceField<T> implements FormField {
  private final String name;
  private final String expectation;
  private final Function<T, String> text;
  private final ObservableList<T> options;
  private final ObjectProperty<T> value;
  private final ReadOnlyBooleanWrapper needed = new ReadOnlyBooleanWrapper(true);

  /**
   * A field whose first value is chosen.
   *
   * @param name what is chosen
   * @param expectation what it does
   * @param options the values, at least one
   * @param text what a value is called
   */
  ChoiceField(String name, String expectation, List<T> options, Function<T, String> text) {
    this.name = name;
    this.expectation = expectation;
    this.text = text;
    this.options = FXCollections.observableArrayList(options);
    this.value = new SimpleObjectProperty<>(options.getFirst());
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

  /** What a value is called. */
  public String textOf(T option) {
    return text.apply(option);
  }

  /** The values that may be chosen. */
  public ObservableList<T> options() {
    return options;
  }

  /** The chosen value. */
  public ObjectProperty<T> valueProperty() {
    return value;
  }

  /** The chosen value. */
  public T value() {
    return value.get();
  }
}
