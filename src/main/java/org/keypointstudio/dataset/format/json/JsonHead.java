package org.keypointstudio.dataset.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which names a JSON file uses at which depth, as far as its beginning tells: enough to know the
 * format of a file without reading it.
 *
 * @param isArray whether the file is an array and not an object
 * @param namesByDepth names of fields by the number of objects around them; those of the outermost
 *     object come first
 */
public record JsonHead(boolean isArray, List<Set<String>> namesByDepth) {
  private static final int DEEPEST = 6;
  private static final JsonFactory JSON = new JsonFactory();

  /** Copies the sets. */
  public JsonHead {
    namesByDepth = namesByDepth.stream().map(Set::copyOf).toList();
  }

  /**
   * Looks at the beginning of a file. Of bytes that are no JSON it has no names.
   *
   * @param bytes possibly cut off anywhere
   */
  public static JsonHead of(byte[] bytes) {
    List<Set<String>> names = new ArrayList<>();
    boolean array = false;
    try (JsonParser parser = JSON.createParser(bytes)) {
      array = parser.nextToken() == JsonToken.START_ARRAY;
      int depth = parser.currentToken() == JsonToken.START_OBJECT ? 1 : 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case START_OBJECT -> depth++;
          case END_OBJECT -> depth--;
          case FIELD_NAME -> add(names, depth, parser.currentName());
          default -> {}
        }
      }
    } catch (IOException _) {
      // The bytes end in the midst of a value, or are no JSON: what was seen before tells.
    }
    return new JsonHead(array, names);
  }

  private static void add(List<Set<String>> names, int depth, String name) {
    if (depth > DEEPEST) {
      return;
    }
    while (names.size() < depth) {
      names.add(new HashSet<>());
    }
    names.get(depth - 1).add(name);
  }

  /**
   * Whether a name is used at a depth.
   *
   * @param depth 1 for fields of the outermost object, or of the objects in the outermost array
   */
  public boolean has(int depth, String name) {
    return depth <= namesByDepth.size() && namesByDepth.get(depth - 1).contains(name);
  }

  /** Whether a name is used at any depth that was looked at. */
  public boolean hasAnywhere(String name) {
    return namesByDepth.stream().anyMatch(names -> names.contains(name));
  }
}
