package org.keypointstudio.bench.effort;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was replayed, as Markdown. */
final class EffortReport {
  private EffortReport() {}

  static String table(List<Outcome> outcomes) {
    double clicking = outcomes.getFirst().actionsPerFace();
    return outcomes.stream()
        .map(
            outcome ->
                "| %s | %.2f | %.0f %% | %.1f | %.2f |"
                    .formatted(
                        outcome.way().title(),
                        outcome.actionsPerFace(),
                        100 * outcome.actionsPerFace() / clicking,
                        outcome.secondsPerFace(),
                        outcome.rmse()))
        .collect(
            Collectors.joining(
                "\n",
                """
                | way | actions a face | of clicking | seconds a face | RMSE, px |
                |---|---|---|---|---|
                """,
                "\n"));
  }

  /** The whole page; the first tolerance is the one that the models are retrained with. */
  static String page(EffortData data, Map<Double, List<Outcome>> results, int epochs, long seed) {
    String tables =
        results.entrySet().stream()
            .map(
                entry ->
                    "### A ghost is accepted within %.0f %% of the distance between the eyes (%.1f px)\n\n%s"
                        .formatted(
                            100 * entry.getKey(),
                            entry.getKey() * data.meanEyeDistance(),
                            table(entry.getValue())))
            .collect(Collectors.joining("\n"));
    return """
    # The work of labelling

    Written by `mvn -Pbench verify -Dbench.options="effort --data faces96/training.zip --report docs/effort.md"`,
    which replays a scripted annotator. The aim is at most 30 %% of the actions of clicking each point.

    ## The faces

    In files of this kind most rows have four points: the eye centres, the nose tip and the lower lip. Where their other
    eleven points are nobody knows, so the replay takes complete rows and hides those eleven: %d rows, those of people who
    make up seven tenths of the complete rows, which is the share of incomplete rows in the file. %d complete rows of
    other people, and all rows with four points, are what is labelled at the beginning.

    ## The ways

    - **click each point**: N for the first missing point, a click for each, D for the next face.
    - **guided placing**: the program names each point and shows where it goes; a click for each, and the next face comes by itself.
    - **ghosts**: in guided placing, drag those that are too far from the truth, the worst first, and accept the rest with
      Shift+Enter; the next face comes by itself. Each drag moves the ghosts that are left.
    - The **model** is `compact`, trained for %d epochs on what is labelled at the beginning, averaged with the mirrored
      face. The **retrained** one has also learned from the first half of the faces, as labelled with the first model's ghosts
      in the first table below; it labels the second half.

    ## The annotator

    A click, a drag and a key are one action each. The annotator knows the truth, never errs about what to do, and aims
    at a target of %.0f px about it; the hand's scatter is normal, with 96 %% of the hits inside (standard deviation
    %.2f px). The face is shown at %.0f canvas pixels per image pixel. The seconds are a model's, not a person's:

    | what | seconds | source |
    |---|---|---|
    | pointing with the mouse | −0.107 + 0.223·ID | MacKenzie, Sellen, Buxton: A comparison of input devices in elemental pointing and dragging tasks, CHI '91 |
    | dragging with the mouse | 0.135 + 0.249·ID | the same; ID = log₂(distance / target width + 1) |
    | a key | %.2f | Card, Moran, Newell: The keystroke-level model, Communications of the ACM 23, 1980 (average non-secretary typist) |
    | preparing mentally | %.2f | the same; before each point that is clicked without a guide, and once a face with ghosts |
    | a glance | %.2f | Card, Moran, Newell: The Psychology of Human-Computer Interaction, 1983 (one fixation); two a point with the guide, one a ghost |

    ## What it comes to

    RMSE is that of the hidden points as labelled, against the true ones; clicking leaves the hand's scatter alone.
    Per cent are of the actions of clicking each point. Seed %d.

    %s\
    """
        .formatted(
            data.toLabel().size(),
            data.completeFaces(),
            epochs,
            Annotator.TARGET_WIDTH,
            Annotator.SCATTER,
            Annotator.ZOOM,
            Annotator.KEY_SECONDS,
            Annotator.PREPARE_SECONDS,
            Annotator.GLANCE_SECONDS,
            seed,
            tables);
  }
}
