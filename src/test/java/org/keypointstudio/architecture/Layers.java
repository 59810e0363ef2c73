package org.keypointstudio.architecture;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The layers, from the bottom up, and which of the others each may know. */
final class Layers {
  private static final Map<String, Set<String>> KNOWN = known();

  private Layers() {}

  private static Map<String, Set<String>> known() {
    Map<String, Set<String>> layers = new LinkedHashMap<>();
    layers.put("model", Set.of());
    layers.put("task", Set.of());
    layers.put("dataset", Set.of("model", "task"));
    layers.put("edit", Set.of("model"));
    layers.put("ghost", Set.of("model"));
    layers.put("generate", Set.of("model", "dataset", "task"));
    layers.put("training", Set.of("model", "dataset", "task"));
    layers.put("prediction", Set.of("model", "task"));
    layers.put("evaluation", Set.of("model", "prediction"));
    layers.put("audit", Set.of("model", "task", "evaluation", "prediction"));
    layers.put(
        "project",
        Set.of(
            "model", "task", "dataset", "edit", "training", "prediction", "evaluation", "audit"));
    layers.put("backend", Set.of("model", "task", "training", "prediction", "project"));
    layers.put("report", Set.of("model", "dataset", "evaluation", "project"));
    layers.put(
        "ui",
        Set.of(
            "model",
            "task",
            "dataset",
            "edit",
            "ghost",
            "training",
            "prediction",
            "evaluation",
            "audit",
            "project",
            "report"));
    layers.put(
        "cli",
        Set.of(
            "model",
            "task",
            "dataset",
            "edit",
            "generate",
            "training",
            "prediction",
            "evaluation",
            "audit",
            "project",
            "report"));
    layers.put("app", new TreeSet<>(layers.keySet()));
    return layers;
  }

  /** All layers, from the bottom up. */
  static List<String> names() {
    return List.copyOf(KNOWN.keySet());
  }

  /** The layers that a layer may know, from the bottom up. */
  static List<String> knownTo(String layer) {
    Collection<String> known = KNOWN.getOrDefault(layer, Set.of());
    return names().stream().filter(known::contains).toList();
  }

  /** The layers that a layer knows other than through one of them, from the bottom up. */
  static List<String> justBelow(String layer) {
    Set<String> through = new LinkedHashSet<>();
    knownTo(layer).forEach(known -> through.addAll(knownTo(known)));
    return knownTo(layer).stream().filter(known -> !through.contains(known)).toList();
  }
}
