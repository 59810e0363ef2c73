package org.keypointstudio.ui.train;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.keypointstudio.training.Augmentation;
import org.keypointstudio.training.AugmentationPreset;

/** How training faces are to be varied, as a person sets it. */
public final class AugmentationViewModel {
  private static final Optional<AugmentationPreset> CUSTOM = Optional.empty();

  private final ChoiceField<Optional<AugmentationPreset>> preset =
      new ChoiceField<>(
          "Augmentation",
          "How faces are varied, anew each time they are learned from",
          Stream.concat(AugmentationPreset.all().stream().map(Optional::of), Stream.of(CUSTOM))
              .toList(),
          choice -> choice.map(AugmentationPreset::toString).orElse("Custom"));
  private final BooleanProperty flips = new SimpleBooleanProperty();
  private final NumberField rotation =
      NumberField.decimal("Rotation (°)", "degrees from 0 to 90", "0", "90");
  private final NumberField scale =
      NumberField.decimal("Scale (%)", "percent from 0 to 90", "0", "90");
  private final NumberField shift =
      NumberField.decimal("Shift (px)", "pixels from 0 to 48", "0", "48");
  private final NumberField shear =
      NumberField.decimal("Shear (%)", "percent from 0 to 100", "0", "100");
  private final NumberField warp = NumberField.decimal("Warp (px)", "pixels from 0 to 6", "0", "6");
  private final NumberField brightness =
      NumberField.decimal("Brightness (%)", "percent from 0 to 200", "0", "200");
  private final NumberField contrast =
      NumberField.decimal("Contrast (%)", "percent from 0 to 95", "0", "95");
  private final NumberField noise =
      NumberField.decimal("Noise (%)", "percent from 0 to 200", "0", "200");
  private final NumberField blur =
      NumberField.decimal("Blur (%)", "percent from 0 to 100", "0", "100");
  private final ReadOnlyObjectWrapper<Optional<Augmentation>> augmentation =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private boolean filling;

  /** Faces as they are. */
  AugmentationViewModel() {
    set(Augmentation.none());
    flips.subscribe((_, _) -> onChange());
    fields().forEach(field -> field.textProperty().subscribe((_, _) -> onChange()));
    preset
        .valueProperty()
        .subscribe(
            (_, chosen) -> chosen.map(AugmentationPreset::augmentation).ifPresent(this::set));
  }

  private void onChange() {
    if (!filling) {
      augmentation.set(typed());
      augmentation.get().map(AugmentationPreset::of).ifPresent(preset.valueProperty()::set);
    }
  }

  private Optional<Augmentation> typed() {
    if (fields().stream().anyMatch(field -> field.value().isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new Augmentation(
            flips.get(),
            rotation.number(),
            scale.share(),
            shift.number(),
            shear.share(),
            warp.number(),
            brightness.share(),
            contrast.share(),
            noise.share(),
            blur.share()));
  }

  /** Fills everything in. */
  void set(Augmentation chosen) {
    if (augmentation.get().filter(chosen::equals).isPresent()) {
      return;
    }
    filling = true;
    flips.set(chosen.flips());
    rotation.set(chosen.rotationDegrees());
    scale.setShare(chosen.scale());
    shift.set(chosen.shiftPixels());
    shear.setShare(chosen.shear());
    warp.set(chosen.warpPixels());
    brightness.setShare(chosen.brightness());
    contrast.setShare(chosen.contrast());
    noise.setShare(chosen.noise());
    blur.setShare(chosen.blur());
    filling = false;
    onChange();
  }

  /** An augmentation by name; empty for one that has none. */
  public ChoiceField<Optional<AugmentationPreset>> preset() {
    return preset;
  }

  /** Whether half of the faces are mirrored. */
  public BooleanProperty flipsProperty() {
    return flips;
  }

  /** The widest deviation of each property, 0 to leave it alone. */
  public List<NumberField> fields() {
    return List.of(rotation, scale, shift, shear, warp, brightness, contrast, noise, blur);
  }

  /** What is set; empty while a number does not fit. */
  public ReadOnlyObjectProperty<Optional<Augmentation>> augmentationProperty() {
    return augmentation.getReadOnlyProperty();
  }
}
