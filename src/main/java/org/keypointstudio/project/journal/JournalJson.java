package org.keypointstudio.project.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.project.labels.LabelsJson;

/** The records of a journal as JSON; docs/file-formats.md describes it. */
final class JournalJson {
  static final String FORMAT = "keypoint-studio-journal";
  static final int VERSION = 1;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JournalJson() {}

  static String write(JournalHeader header) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("format", FORMAT).put("version", VERSION).put("id", header.id());
    header.continued().forEach(node.putArray("continues")::add);
    node.put("dataSet", header.dataSet());
    header.keypoints().forEach(node.putArray("keypoints")::add);
    node.put("faces", header.faces());
    node.put("labels", header.labels());
    node.put("started", header.started().toString());
    return text(node);
  }

  /**
   * Reads what {@link #write(JournalHeader)} wrote.
   *
   * @throws IOException if it is no header, or one of a later version
   */
  static JournalHeader header(String json) throws IOException {
    JsonNode node = MAPPER.readTree(json);
    if (!FORMAT.equals(node.path("format").asText()) || node.path("version").asInt() != VERSION) {
      throw new IOException("it is not a journal of version " + VERSION);
    }
    return new JournalHeader(
        node.path("id").asText(),
        texts(node.path("continues")),
        node.path("dataSet").asText(),
        texts(node.path("keypoints")),
        node.path("faces").asInt(),
        node.path("labels").asText(),
        time(node.path("started")));
  }

  static String write(JournalRecord entry) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("time", entry.time().toString());
    if (!entry.before().isEmpty()) {
      put(node.putArray("before"), entry.before());
    }
    put(node.putArray("after"), entry.after());
    return text(node);
  }

  private static void put(ArrayNode array, SortedMap<Integer, FaceLabels> faces) {
    faces.forEach(
        (index, labels) -> {
          ObjectNode face = array.addObject().put("face", index);
          LabelsJson.putCoordinates(face, labels.annotation());
          LabelsJson.putMarks(face, labels);
        });
  }

  /**
   * Reads what {@link #write(JournalRecord)} wrote.
   *
   * @throws IOException if it is no record of such faces
   */
  static JournalRecord entry(String json, JournalHeader header) throws IOException {
    JsonNode node = MAPPER.readTree(json);
    return new JournalRecord(
        time(node.path("time")),
        faces(node.path("before"), header),
        faces(node.path("after"), header));
  }

  private static SortedMap<Integer, FaceLabels> faces(JsonNode array, JournalHeader header)
      throws IOException {
    SortedMap<Integer, FaceLabels> faces = new TreeMap<>();
    for (JsonNode face : array) {
      int index = face.path("face").asInt(-1);
      if (index < 0 || index >= header.faces()) {
        throw new IOException("a face %d of %d".formatted(index, header.faces()));
      }
      faces.put(
          index,
          LabelsJson.withMarks(face, LabelsJson.coordinates(face, header.keypoints().size())));
    }
    return faces;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static Instant time(JsonNode node) throws IOException {
    try {
      return Instant.parse(node.asText());
    } catch (DateTimeException problem) {
      throw new IOException("the time " + node, problem);
    }
  }

  private static String text(ObjectNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A tree of JSON can be written", impossible);
    }
  }
}
