package org.keypointstudio.dataset.format.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.schema.SchemaGuess;

/**
 * What the head of a CVAT file declares: the elements of its skeletons, their colours, and the
 * lines between them, which CVAT keeps in a drawing.
 */
final class CvatLabels {
  private final Map<String, String> colors = new LinkedHashMap<>();
  private final List<List<String>> lines = new ArrayList<>();

  /** The names of the elements of skeletons, in their order. */
  List<String> names() {
    return List.copyOf(colors.keySet());
  }

  /** Reads a label, whose element begins here. */
  void read(XmlInput in, String fileName) throws DataSetException {
    Map<String, String> parts = new HashMap<>();
    while (!(in.next() == XmlInput.Step.END && in.element().equals("label"))) {
      switch (in.element()) {
        case "name", "color", "parent", "svg" -> parts.putIfAbsent(in.element(), in.text());
        case "attributes" -> skipAttributes(in);
        default -> {}
      }
    }
    if (!parts.getOrDefault("parent", "").isEmpty()) {
      colors.put(parts.getOrDefault("name", ""), parts.getOrDefault("color", ""));
    }
    if (parts.containsKey("svg")) {
      readDrawing(parts.get("svg"), fileName);
    }
  }

  /** Attributes have names of their own. */
  private static void skipAttributes(XmlInput in) throws DataSetException {
    while (!(in.next() == XmlInput.Step.END && in.element().equals("attributes"))) {
      // What is chosen of a face besides its keypoints is no part of the schema.
    }
  }

  private void readDrawing(String svg, String fileName) throws DataSetException {
    Map<String, String> nodes = new HashMap<>();
    List<List<String>> edges = new ArrayList<>();
    try (XmlInput drawing = XmlInput.ofText(fileName, "<svg>" + svg + "</svg>")) {
      for (XmlInput.Step step = drawing.next(); step != XmlInput.Step.DONE; step = drawing.next()) {
        if (step == XmlInput.Step.START) {
          drawing
              .attribute("data-node-id")
              .ifPresent(id -> nodes.put(id, drawing.attribute("data-label-name").orElse("")));
          String from = drawing.attribute("data-node-from").orElse("");
          String to = drawing.attribute("data-node-to").orElse("");
          if (!from.isEmpty() && !to.isEmpty()) {
            edges.add(List.of(from, to));
          }
        }
      }
    }
    for (List<String> edge : edges) {
      lines.add(
          List.of(nodes.getOrDefault(edge.getFirst(), ""), nodes.getOrDefault(edge.getLast(), "")));
    }
  }

  /** The schema of a file's keypoints. */
  KeypointSchema schema(List<String> names) {
    KeypointSchema guess = SchemaGuess.of(names);
    List<String> own = guess.keypointNames();
    List<IndexPair> skeleton = new ArrayList<>();
    for (List<String> line : lines) {
      IndexPair pair = new IndexPair(own.indexOf(line.getFirst()), own.indexOf(line.getLast()));
      if (pair.first() >= 0 && pair.second() >= 0 && !skeleton.contains(pair)) {
        skeleton.add(pair);
      }
    }
    return new KeypointSchema(
        guess.name(),
        own,
        guess.flipPairs(),
        skeleton.isEmpty() ? guess.skeleton() : skeleton,
        guess.interOcularPairs(),
        own.stream().map(this::color).toList());
  }

  private String color(String name) {
    String color = colors.getOrDefault(name, "").toLowerCase(Locale.ROOT);
    return color.matches("#[0-9a-f]{6}") ? color : "";
  }
}
