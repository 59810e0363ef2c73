package org.keypointstudio.project.cleaning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.project.cleaning.FaceRepair.PointRepair;

/**
 * What was done to a data set, in JSON: the rules, the number of faces for each, and every row with
 * the keypoints before and after. Rows are counted from 0. It can be replayed: what it says is done
 * again to the same data set, with the choices that a person made.
 */
public final class CleaningReport {
  private static final String FORMAT = "keypoint-studio-cleaning-report";
  private static final int VERSION = 1;
  private static final String DONE = "done";
  private static final String ROW = "row";
  private static final String POINTS = "points";

  private final ObjectMapper mapper = new ObjectMapper();
  private final CleaningRulesFile rulesFile = new CleaningRulesFile();

  /** Whether this JSON is a report, and not rules. */
  public boolean isReport(byte[] content) {
    try {
      return FORMAT.equals(mapper.readTree(content).path("format").asText());
    } catch (IOException _) {
      return false; // whoever reads it as rules says what is wrong with it
    }
  }

  /** The report of a plan as a JSON object. */
  public ObjectNode toJson(CleaningPlan plan, FaceDataSet dataSet) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", FORMAT).put("version", VERSION);
    root.put("data", String.valueOf(dataSet.path().getFileName()));
    root.put("faces", dataSet.size());
    root.set("rules", CleaningRulesFile.toJson(plan.rules()));
    ArrayNode counts = root.putArray("counts");
    for (int rule = 0; rule < plan.rules().rules().size(); rule++) {
      CleaningPlan.Count count = plan.count(rule);
      counts
          .addObject()
          .put("rule", plan.rules().rules().get(rule).describe())
          .put("excluded", count.excluded())
          .put("repaired", count.repaired())
          .put("points", count.points())
          .put("undecided", count.undecided());
    }
    ArrayNode undecided = root.putArray("undecided");
    for (UndecidedDuplicates group : plan.undecided()) {
      ObjectNode node = undecided.addObject().put("rule", group.rule() + 1);
      group.faces().forEach(node.putArray("rows")::add);
    }
    ArrayNode done = root.putArray(DONE);
    plan.repairs().forEach(repair -> put(done.addObject(), repair, dataSet));
    return root;
  }

  /** The report of a plan as bytes of a file. */
  public byte[] write(CleaningPlan plan, FaceDataSet dataSet) throws IOException {
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(toJson(plan, dataSet));
  }

  private static void put(ObjectNode node, FaceRepair repair, FaceDataSet dataSet) {
    node.put("rule", repair.rule() + 1).put(ROW, repair.face());
    node.put("name", dataSet.face(repair.face()).name());
    node.put("why", repair.why());
    if (repair.excluded()) {
      node.put("excluded", true);
    }
    if (!repair.points().isEmpty()) {
      ArrayNode points = node.putArray(POINTS);
      for (PointRepair point : repair.points()) {
        ObjectNode changed = points.addObject();
        changed.put("keypoint", dataSet.schema().keypointNames().get(point.keypoint()));
        put(changed.putObject("before"), point.before());
        put(changed.putObject("after"), point.after());
      }
    }
  }

  private static void put(ObjectNode node, Keypoint keypoint) {
    node.put("state", keypoint.visibility().displayName());
    if (keypoint.isPlaced()) {
      node.put("x", keypoint.x()).put("y", keypoint.y());
    }
  }

  /**
   * The plan that does again what a report says.
   *
   * @param fileName what messages call the report
   * @param labels one a face, as they were before what the report tells
   * @throws IOException with a sentence for the person if it is no report, or one of other data
   */
  public CleaningPlan read(
      String fileName, byte[] content, FaceDataSet dataSet, List<FaceLabels> labels)
      throws IOException {
    try {
      JsonNode root = mapper.readTree(content);
      if (root.path("version").asInt() != VERSION) {
        throw new IOException("this is no report of version %d.".formatted(VERSION));
      }
      if (root.path("faces").asInt(-1) != dataSet.size()) {
        throw new IOException(
            "the report is of %s faces, but %s has %,d: replay it on the data set that it tells of."
                .formatted(root.path("faces"), dataSet.path().getFileName(), dataSet.size()));
      }
      CleaningRules rules = rulesFile.rules(root.path("rules"));
      List<FaceLabels> present = new ArrayList<>(labels);
      List<FaceRepair> repairs = new ArrayList<>();
      for (JsonNode node : root.path(DONE)) {
        FaceRepair repair = repair(node, rules, dataSet, present);
        repairs.add(repair);
        present.set(repair.face(), repair.applyTo(present.get(repair.face())));
      }
      return new CleaningPlan(rules, repairs, List.of());
    } catch (JsonProcessingException problem) {
      throw new IOException(CleaningRulesFile.notJson(fileName, problem), problem);
    } catch (IOException | IllegalArgumentException problem) {
      throw new IOException(fileName + ": " + problem.getMessage(), problem);
    }
  }

  private static FaceRepair repair(
      JsonNode node, CleaningRules rules, FaceDataSet dataSet, List<FaceLabels> present)
      throws IOException {
    int row = node.path(ROW).asInt(-1);
    int rule = node.path("rule").asInt(0) - 1;
    if (row < 0 || row >= dataSet.size() || rule < 0 || rule >= rules.rules().size()) {
      throw new IOException(
          "rule %s and row %s do not fit the %d rules and %,d faces."
              .formatted(node.path("rule"), node.path(ROW), rules.rules().size(), dataSet.size()));
    }
    String name = dataSet.face(row).name();
    if (!name.equals(node.path("name").asText())) {
      throw new IOException(
          "row %d is %s in the report and \"%s\" in the data set: replay it on the data set that it tells of."
              .formatted(row, node.path("name"), name));
    }
    List<PointRepair> points = new ArrayList<>();
    for (JsonNode point : node.path(POINTS)) {
      points.add(point(point, row, dataSet, present.get(row)));
    }
    return new FaceRepair(
        rule, row, node.path("excluded").asBoolean(), points, node.path("why").asText());
  }

  private static PointRepair point(JsonNode node, int row, FaceDataSet dataSet, FaceLabels present)
      throws IOException {
    String name = node.path("keypoint").asText();
    int keypoint = dataSet.schema().indexOf(name);
    if (keypoint < 0) {
      throw new IOException("row %d: there is no keypoint \"%s\".".formatted(row, name));
    }
    Keypoint before = keypoint(node.path("before"));
    Keypoint now = present.annotation().keypoint(keypoint);
    if (!now.equals(before)) {
      throw new IOException(
          "row %d: %s is %s in the data set, but it was %s before what the report tells: replay it on labels that are as they were then."
              .formatted(row, name, text(now), text(before)));
    }
    return new PointRepair(keypoint, before, keypoint(node.path("after")));
  }

  private static Keypoint keypoint(JsonNode node) throws IOException {
    String state = node.path("state").asText();
    for (Visibility visibility : Visibility.values()) {
      if (visibility.displayName().equals(state)) {
        return visibility.isPlaced()
            ? new Keypoint(node.path("x").asDouble(), node.path("y").asDouble(), visibility)
            : visibility == Visibility.ABSENT ? Keypoint.absent() : Keypoint.unlabelled();
      }
    }
    throw new IOException("a keypoint cannot be %s.".formatted(node.path("state")));
  }

  private static String text(Keypoint keypoint) {
    String state = keypoint.visibility().displayName();
    return keypoint.isPlaced()
        ? "%s at (%s, %s)".formatted(state, keypoint.x(), keypoint.y())
        : state;
  }
}
