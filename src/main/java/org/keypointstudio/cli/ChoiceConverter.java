package org.keypointstudio.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.keypointstudio.evaluation.comparison.FaceChoice;
import org.keypointstudio.report.FaceSample;
import org.keypointstudio.training.Augmentation;
import org.keypointstudio.training.AugmentationPreset;
import org.keypointstudio.training.Loss;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.Optimizer;
import org.keypointstudio.training.RowPolicy;
import org.keypointstudio.training.Schedule;
import picocli.CommandLine;

/** Understands the names of a few choices, and lists them in the help. */
abstract class ChoiceConverter<T> implements CommandLine.ITypeConverter<T>, Iterable<String> {
  private final Map<String, T> choices;

  private ChoiceConverter(Map<String, T> choices) {
    this.choices = choices;
  }

  private static <T> Map<String, T> named(Iterable<T> values, Function<T, String> name) {
    Map<String, T> choices = new LinkedHashMap<>();
    values.forEach(value -> choices.put(name.apply(value), value));
    return choices;
  }

  @Override
  public T convert(String id) {
    T choice = choices.get(id);
    if (choice == null) {
      throw new CommandLine.TypeConversionException(
          "expected %s, but was '%s'".formatted(String.join(", ", choices.keySet()), id));
    }
    return choice;
  }

  @Override
  public Iterator<String> iterator() {
    return choices.keySet().iterator();
  }

  /** Networks. */
  static final class Models extends ChoiceConverter<ModelKind> {
    Models() {
      super(named(Arrays.asList(ModelKind.values()), ModelKind::id));
    }
  }

  /** Policies for faces with unlabelled keypoints. */
  static final class Rows extends ChoiceConverter<RowPolicy> {
    Rows() {
      super(named(Arrays.asList(RowPolicy.values()), RowPolicy::id));
    }
  }

  /** Losses with their usual numbers. */
  static final class Losses extends ChoiceConverter<Loss> {
    Losses() {
      super(named(Loss.choices(), Loss::id));
    }
  }

  /** Optimizers with their usual numbers. */
  static final class Optimizers extends ChoiceConverter<Optimizer> {
    Optimizers() {
      super(named(Optimizer.choices(), Optimizer::id));
    }
  }

  /** Shapes of schedules. */
  static final class Schedules extends ChoiceConverter<Schedule.Shape> {
    Schedules() {
      super(named(Arrays.asList(Schedule.Shape.values()), Schedule.Shape::id));
    }
  }

  /** Where conflicts go. */
  static final class MergeRules extends ChoiceConverter<MergeRule> {
    MergeRules() {
      super(named(Arrays.asList(MergeRule.values()), MergeRule::id));
    }
  }

  /** Faces that models are scored on. */
  static final class FaceChoices extends ChoiceConverter<FaceChoice> {
    FaceChoices() {
      super(named(Arrays.asList(FaceChoice.values()), FaceChoice::id));
    }
  }

  /** Faces that are shown. */
  static final class FaceSamples extends ChoiceConverter<FaceSample> {
    FaceSamples() {
      super(named(Arrays.asList(FaceSample.values()), FaceSample::id));
    }
  }

  /** Presets of augmentation. */
  static final class Augmentations extends ChoiceConverter<Augmentation> {
    Augmentations() {
      super(presets());
    }

    private static Map<String, Augmentation> presets() {
      Map<String, Augmentation> presets = new LinkedHashMap<>();
      AugmentationPreset.all().forEach(it -> presets.put(it.id(), it.augmentation()));
      return presets;
    }
  }
}
