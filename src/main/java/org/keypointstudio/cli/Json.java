package org.keypointstudio.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Machine-readable results: one JSON object, in which a figure that does not exist is null. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Puts a number, or null if it is not finite, which JSON cannot say. */
  static void put(ObjectNode object, String name, double value) {
    if (Double.isFinite(value)) {
      object.put(name, value);
    } else {
      object.putNull(name);
    }
  }

  static void print(Console console, ObjectNode object) throws JsonProcessingException {
    console.out().println(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(object));
  }
}
