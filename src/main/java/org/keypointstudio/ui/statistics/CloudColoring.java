package org.keypointstudio.ui.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import org.keypointstudio.dataset.statistics.ImageFacts;
import org.keypointstudio.dataset.statistics.ImageSurvey;
import org.keypointstudio.evaluation.Evaluation;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.ui.session.ModelEntry;

/**
 * What the colours of faces tell: a number on a scale, or one of a few groups.
 *
 * @param name for the person: "Labelled points"
 * @param colors one a face, as 0xRRGGBB
 * @param legend what colours mean, in order
 */
record CloudColoring(String name, List<Integer> colors, List<Entry> legend) {
  /** Copies the lists. */
  CloudColoring {
    colors = List.copyOf(colors);
    legend = List.copyOf(legend);
  }

  /** Of Okabe and Ito's palette, which people with any colour vision tell apart. */
  private static final int[] GROUPS = {
    0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00, 0xB8A600
  };

  private static final int[] SCALE = {0x2166AC, 0x56B4E9, 0xE0C030, 0xE69F00, 0xD55E00};
  private static final int NOTHING_KNOWN = 0x8C8C8C;
  private static final int MOST_TAGS = 6;

  /**
   * What one colour means.
   *
   * @param color as 0xRRGGBB
   * @param text beside it
   */
  record Entry(int color, String text) {}

  /** All that the faces of a data set can be coloured by. */
  static List<CloudColoring> of(
      LabelSummary summary, Optional<ImageSurvey> survey, List<ModelEntry> models) {
    int faces = summary.labels().size();
    List<CloudColoring> all = new ArrayList<>();
    all.add(
        onScale("Labelled points", faces, face -> summary.annotation(face).placedCount(), "%.0f"));
    all.add(byReview(summary));
    all.add(byTag(summary));
    survey
        .filter(it -> it.facts().size() == faces)
        .ifPresent(
            it ->
                all.add(
                    onScale(
                        "Brightness",
                        faces,
                        face ->
                            it.facts().facts(face).map(ImageFacts::brightness).orElse(Double.NaN),
                        "%.0f")));
    for (ModelEntry model : models) {
      all.add(
          onScale(
              "Error of %s (px)".formatted(model.name()),
              faces,
              face -> error(summary, model, face),
              "%.1f"));
    }
    return List.copyOf(all);
  }

  private static double error(LabelSummary summary, ModelEntry model, int face) {
    Optional<Annotation> predicted = model.prediction(face);
    return predicted.isEmpty()
        ? Double.NaN
        : Evaluation.rmseOfFace(summary.schema(), summary.annotation(face), predicted.get())
            .orElse(Double.NaN);
  }

  private static CloudColoring byReview(LabelSummary summary) {
    return grouped(
        "Reviewed",
        summary.labels().stream()
            .map(labels -> labels.notes().reviewed() ? "reviewed" : "not reviewed")
            .toList(),
        List.of("not reviewed", "reviewed"));
  }

  /** By the first of the most frequent tags that a face has. */
  private static CloudColoring byTag(LabelSummary summary) {
    Map<String, Long> counts =
        summary.labels().stream()
            .flatMap(labels -> labels.notes().tags().stream())
            .collect(Collectors.groupingBy(tag -> tag, Collectors.counting()));
    List<String> tags =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
            .limit(MOST_TAGS)
            .map(Map.Entry::getKey)
            .toList();
    return grouped(
        "Tag",
        summary.labels().stream()
            .map(
                labels ->
                    tags.stream()
                        .filter(tag -> labels.notes().tags().contains(tag))
                        .findFirst()
                        .orElse(""))
            .toList(),
        tags);
  }

  private static CloudColoring grouped(String name, List<String> groups, List<String> known) {
    List<Integer> colors =
        groups.stream()
            .map(group -> known.contains(group) ? GROUPS[known.indexOf(group)] : NOTHING_KNOWN)
            .toList();
    List<Entry> legend = new ArrayList<>();
    for (int group = 0; group < known.size(); group++) {
      legend.add(new Entry(GROUPS[group], known.get(group)));
    }
    if (!known.containsAll(groups)) {
      legend.add(new Entry(NOTHING_KNOWN, known.isEmpty() ? "no face has a tag" : "none of these"));
    }
    return new CloudColoring(name, colors, legend);
  }

  /** From the second to the ninety-eighth percentile; what lies beyond has the end's colour. */
  private static CloudColoring onScale(
      String name, int faces, IntToDoubleFunction value, String format) {
    double[] values = new double[faces];
    Arrays.setAll(values, value);
    double[] known = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    if (known.length == 0) {
      return new CloudColoring(
          name,
          Collections.nCopies(faces, NOTHING_KNOWN),
          List.of(new Entry(NOTHING_KNOWN, "not known")));
    }
    double low = known[(int) (0.02 * (known.length - 1))];
    double high = known[(int) Math.ceil(0.98 * (known.length - 1))];
    List<Integer> colors =
        Arrays.stream(values)
            .mapToObj(
                it ->
                    Double.isFinite(it)
                        ? color(high > low ? (it - low) / (high - low) : 0)
                        : NOTHING_KNOWN)
            .toList();
    List<Entry> legend = new ArrayList<>();
    int steps = high > low ? SCALE.length : 1;
    for (int step = 0; step < steps; step++) {
      double at = low + (high - low) * step / (SCALE.length - 1);
      legend.add(new Entry(SCALE[step], format.formatted(at)));
    }
    if (known.length < faces) {
      legend.add(new Entry(NOTHING_KNOWN, "not known"));
    }
    return new CloudColoring(name, colors, legend);
  }

  private static int color(double share) {
    double position = Math.clamp(share, 0, 1) * (SCALE.length - 1);
    int lower = Math.min((int) position, SCALE.length - 2);
    double along = position - lower;
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double from = SCALE[lower] >> shift & 0xff;
      double to = SCALE[lower + 1] >> shift & 0xff;
      mixed |= (int) Math.round(from + along * (to - from)) << shift;
    }
    return mixed;
  }

  @Override
  public String toString() {
    return name;
  }
}
