package org.keypointstudio.project.study;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keypointstudio.training.TrainingConfig;

/**
 * A question that runs answer: each variant is trained once with each seed. A seed splits the faces
 * the same way for all variants, so that they are judged by the same faces.
 *
 * @param name what people call it
 * @param question what it is to find out, in one sentence
 * @param variants the recipes to compare
 * @param seeds of the runs of each variant
 */
public record Study(String name, String question, List<Variant> variants, List<Long> seeds) {
  /**
   * The time limit of a run whose epochs are named: more than it takes. Recipes are compared after
   * the same epochs; a slow or busy machine must not end one of them early.
   */
  public static final Duration AMPLE_TIME = Duration.ofDays(1);

  /**
   * One recipe.
   *
   * @param name what is special about it: {@code rows complete, augmentation none}
   * @param config all of its settings; the seed is that of the study's runs
   */
  public record Variant(String name, TrainingConfig config) {}

  /**
   * @throws IllegalArgumentException with a sentence for the person if nothing is to be run, or if
   *     two variants have one name
   */
  public Study {
    variants = List.copyOf(variants);
    seeds = List.copyOf(seeds);
    if (variants.isEmpty() || seeds.isEmpty()) {
      throw new IllegalArgumentException("A study needs at least one variant and one seed.");
    }
    if (new HashSet<>(seeds).size() < seeds.size()) {
      throw new IllegalArgumentException("A study needs seeds that differ, but has " + seeds + ".");
    }
    Set<String> names = new HashSet<>();
    for (Variant variant : variants) {
      if (!names.add(variant.name())) {
        throw new IllegalArgumentException(
            "Two variants of the study have the same name: " + variant.name() + ".");
      }
    }
  }

  /** The number of runs. */
  public int runs() {
    return variants.size() * seeds.size();
  }
}
