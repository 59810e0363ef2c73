package org.keypointstudio.dataset.format.sleap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A skeleton of the file's metadata.
 *
 * @param name of it
 * @param nodes names of its keypoints, in the order in which its instances have their points
 * @param lines between keypoints, by their names
 * @param pairs of keypoints that mirror each other, by their names
 */
record SleapSkeleton(String name, List<String> nodes, List<Link> lines, List<Link> pairs) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LINE = 1;
  private static final int MIRRORED = 2;

  /** Two keypoints. */
  record Link(String first, String second) {}

  /** Copies the lists. */
  SleapSkeleton {
    nodes = List.copyOf(nodes);
    lines = List.copyOf(lines);
    pairs = List.copyOf(pairs);
  }

  /**
   * The skeletons of a file.
   *
   * @param metadata JSON: names of all nodes, and skeletons that are node-link data of networkx
   *     with positions among these nodes
   * @throws IllegalArgumentException if it is something else
   */
  static List<SleapSkeleton> all(String metadata) {
    JsonNode root;
    try {
      root = MAPPER.readTree(metadata);
    } catch (JsonProcessingException problem) {
      throw new IllegalArgumentException("its metadata is no JSON", problem);
    }
    List<String> names = new ArrayList<>();
    root.path("nodes").forEach(node -> names.add(node.path("name").asText(node.asText())));
    List<SleapSkeleton> skeletons = new ArrayList<>();
    root.path("skeletons").forEach(skeleton -> skeletons.add(of(skeleton, names)));
    return List.copyOf(skeletons);
  }

  private static SleapSkeleton of(JsonNode skeleton, List<String> names) {
    List<String> nodes = new ArrayList<>();
    skeleton.path("nodes").forEach(node -> nodes.add(name(node.path("id"), names)));
    List<Link> lines = new ArrayList<>();
    List<Link> pairs = new ArrayList<>();
    List<Integer> kinds = new ArrayList<>();
    Set<String> paired = new HashSet<>();
    for (JsonNode link : skeleton.path("links")) {
      int kind = kind(link.path("type"), kinds);
      Link named = new Link(name(link.path("source"), names), name(link.path("target"), names));
      if (kind == LINE) {
        lines.add(named);
      } else if (kind == MIRRORED && paired.add(named.first()) && paired.add(named.second())) {
        pairs.add(named); // older files have each pair in both directions
      }
    }
    if (new HashSet<>(nodes).size() < nodes.size() || nodes.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("its skeleton has nodes of the same name or of none");
    }
    return new SleapSkeleton(
        skeleton.path("graph").path("name").asText("skeleton"), nodes, lines, pairs);
  }

  private static String name(JsonNode position, List<String> names) {
    int index = position.asInt(-1);
    if (index < 0 || index >= names.size()) {
      throw new IllegalArgumentException("its skeleton names a node that there is not");
    }
    return names.get(index);
  }

  /**
   * What a link is. jsonpickle writes each kind once, and from then on by the number under which it
   * came first.
   */
  private static int kind(JsonNode type, List<Integer> kinds) {
    JsonNode written = type.path("py/reduce").path(1).path("py/tuple").path(0);
    if (written.isInt()) {
      kinds.add(written.asInt());
      return written.asInt();
    }
    int number = type.path("py/id").asInt(LINE);
    return number >= 1 && number <= kinds.size() ? kinds.get(number - 1) : number;
  }
}
