package org.keypointstudio.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.keypointstudio.evaluation.comparison.Calibration;
import org.keypointstudio.evaluation.comparison.Estimate;
import org.keypointstudio.evaluation.comparison.GroupScore;
import org.keypointstudio.evaluation.comparison.Interval;
import org.keypointstudio.evaluation.comparison.KeypointScore;
import org.keypointstudio.evaluation.comparison.Measure;
import org.keypointstudio.evaluation.comparison.ModelComparison;
import org.keypointstudio.evaluation.comparison.ModelComparison.ModelScore;
import org.keypointstudio.evaluation.comparison.PairedDifference;
import org.keypointstudio.evaluation.comparison.ScoredFaces;
import org.keypointstudio.project.compare.ComparedRuns;

/** A comparison as one JSON object, in which a figure that does not exist is null. */
public final class ComparisonJson {
  private ComparisonJson() {}

  /** The figures of a comparison; single faces are in the tables. */
  public static ObjectNode of(ComparedRuns runs) {
    ModelComparison comparison = runs.comparison();
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.set("faces", faces(comparison.faces()));
    object.put("resamples", comparison.resamples());
    ArrayNode notes = object.putArray("notes");
    runs.notes().forEach(notes::add);
    ArrayNode models = object.putArray("models");
    comparison.models().forEach(model -> models.add(model(model)));
    ArrayNode differences = object.putArray("differences");
    comparison.differences().forEach(it -> differences.add(difference(comparison, it)));
    ObjectNode keypoints = object.putObject("keypoints");
    for (KeypointScore keypoint : comparison.keypoints()) {
      ObjectNode one =
          keypoints.putObject(comparison.schema().keypointNames().get(keypoint.keypoint()));
      one.put("faces", keypoint.faces());
      one.set("rmse", byModel(comparison, keypoint.rmse()));
    }
    ArrayNode groups = object.putArray("groups");
    comparison.groups().forEach(group -> groups.add(group(comparison, group)));
    return object;
  }

  private static ObjectNode faces(ScoredFaces faces) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("choice", faces.choice().id());
    object.put("scored", faces.size());
    object.put("excluded", faces.excluded());
    object.put("withoutLabels", faces.unlabelled());
    object.put("withoutEyes", faces.withoutEyes());
    object.put("learnedBySome", faces.learnedBySome());
    object.put("ofKnownGroup", faces.ofKnownGroup());
    if (faces.grouped()) {
      object.put("groups", faces.clusterCount());
    } else {
      object.putNull("groups");
    }
    return object;
  }

  private static ObjectNode model(ModelScore model) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("name", model.name());
    object.put("learnedFaces", model.learned());
    for (Measure measure : Measure.values()) {
      object.set(measure.id(), estimate(model.figure(measure)));
    }
    model
        .calibration()
        .ifPresent(calibration -> object.set("calibration", calibration(calibration)));
    return object;
  }

  private static ObjectNode calibration(Calibration calibration) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    put(object, "rankCorrelation", calibration.rankCorrelation());
    put(object, "worstTenthFound", calibration.worstTenthFound());
    ArrayNode bins = object.putArray("tenths");
    for (Calibration.Bin bin : calibration.bins()) {
      ObjectNode one = bins.addObject();
      one.put("keypoints", bin.keypoints());
      put(one, "disagreement", bin.disagreement());
      put(one, "error", bin.error());
    }
    return object;
  }

  private static ObjectNode difference(ModelComparison comparison, PairedDifference difference) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("first", comparison.models().get(difference.first()).name());
    object.put("second", comparison.models().get(difference.second()).name());
    object.put("measure", difference.measure().id());
    put(object, "difference", difference.difference());
    object.set("interval", interval(difference.interval()));
    put(object, "bootstrapP", difference.bootstrapP());
    put(object, "wilcoxonP", difference.wilcoxonP());
    return object;
  }

  private static ObjectNode group(ModelComparison comparison, GroupScore group) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("grouping", group.grouping());
    object.put("name", group.name());
    object.put("faces", group.faces().size());
    object.set("rmse", byModel(comparison, group.rmse()));
    object.set("nme", byModel(comparison, group.nme()));
    return object;
  }

  private static ObjectNode byModel(ModelComparison comparison, List<Estimate> estimates) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int model = 0; model < estimates.size(); model++) {
      object.set(comparison.models().get(model).name(), estimate(estimates.get(model)));
    }
    return object;
  }

  private static ObjectNode estimate(Estimate estimate) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    put(object, "value", estimate.value());
    object.set("interval", interval(estimate.interval()));
    object.put("faces", estimate.count());
    return object;
  }

  private static ArrayNode interval(Interval interval) {
    ArrayNode ends = JsonNodeFactory.instance.arrayNode();
    for (double end : new double[] {interval.low(), interval.high()}) {
      if (Double.isFinite(end)) {
        ends.add(end);
      } else {
        ends.addNull();
      }
    }
    return ends;
  }

  private static void put(ObjectNode object, String name, double value) {
    if (Double.isFinite(value)) {
      object.put(name, value);
    } else {
      object.putNull(name);
    }
  }
}
