package org.keypointstudio.project.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.groups.FaceGroups;
import org.keypointstudio.evaluation.comparison.ComparedModel;
import org.keypointstudio.evaluation.comparison.ComparisonException;
import org.keypointstudio.evaluation.comparison.ComparisonInput;
import org.keypointstudio.evaluation.comparison.ModelComparison;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.prediction.FlipAveragingPredictor;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.prediction.MirroredPredictor;
import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.LabelFingerprint;

/** Lets runs predict the faces that they are to be compared on, and compares them. */
public final class RunComparer {
  private final PredictorLoader loader;

  /** A comparer whose models come from a loader. */
  public RunComparer(PredictorLoader loader) {
    this.loader = loader;
  }

  /**
   * Compares runs.
   *
   * @throws IOException with a sentence for the person if a run or an image cannot be read, or a
   *     run does not fit the data
   * @throws ComparisonException with a sentence for the person if there is no face to score on
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public ComparedRuns compare(ComparisonRequest request, TaskContext context)
      throws IOException, ComparisonException {
    if (new HashSet<>(request.runs().stream().map(it -> it.toAbsolutePath().normalize()).toList())
            .size()
        < request.runs().size()) {
      throw new DataSetException("A run is named twice: name each run once.");
    }
    FaceDataSet faces = request.data().dataSet();
    List<KnownRun> runs = KnownRun.read(request.runs(), faces, request.choice());
    ScoredImages images = new ScoredImages(faces, scored(request, runs));
    images.read(context);
    List<Annotation> truths = images.truths();
    List<ComparedModel> models = new ArrayList<>();
    for (KnownRun run : runs) {
      models.add(predict(run, request.flipAveraging(), images, context));
    }
    ComparisonInput input =
        new ComparisonInput(
            faces.schema(),
            truths,
            FaceLabels.excludedOf(request.data().labels()),
            models,
            request.groups().names(),
            images.brightness(),
            request.choice());
    context.report(0, 0, "Comparing");
    ModelComparison comparison = ModelComparison.of(input, context::throwIfCancelled);
    return new ComparedRuns(input, comparison, notes(request, runs, images, comparison));
  }

  private static BitSet scored(ComparisonRequest request, List<KnownRun> runs) {
    FaceDataSet faces = request.data().dataSet();
    BitSet chosen =
        request.choice().choose(faces.size(), runs.stream().map(KnownRun::learned).toList());
    for (int face = 0; face < faces.size(); face++) {
      if (request.data().labels().get(face).learnable().placedCount() == 0) {
        chosen.clear(face);
      }
    }
    return chosen;
  }

  private ComparedModel predict(
      KnownRun run, boolean flipAveraging, ScoredImages images, TaskContext context)
      throws IOException {
    try (KeypointPredictor predictor = loader.load(run.folder())) {
      List<Annotation> mirrored = images.predict(new MirroredPredictor(predictor), context);
      List<Annotation> straight =
          images.predict(
              flipAveraging ? new FlipAveragingPredictor(predictor) : predictor, context);
      return new ComparedModel(run.name(), straight, Optional.of(mirrored), run.learned());
    }
  }

  private static List<String> notes(
      ComparisonRequest request,
      List<KnownRun> runs,
      ScoredImages images,
      ModelComparison comparison) {
    List<String> notes = new ArrayList<>(images.problems());
    notes.addAll(unused(request.groups()));
    FaceDataSet faces = request.data().dataSet();
    String fingerprint =
        LabelFingerprint.of(
            faces.schema(), IntStream.range(0, faces.size()).mapToObj(faces::annotation).toList());
    for (KnownRun run : runs) {
      if (run.isStrangerTo(faces)) {
        notes.add(
            "%s was trained on another data set of %,d faces; whether it has learned from some of these is not known."
                .formatted(run.name(), run.record().faces()));
      } else if (!run.record().labelsHash().equals(fingerprint)) {
        notes.add(
            "The labels are not those that %s learned from; which faces it has learned from is told by their rows."
                .formatted(run.name()));
      }
      images
          .otherSizes(run.record().imageWidth(), run.record().imageHeight())
          .ifPresent(
              count ->
                  notes.add(
                      "%s takes images of %d × %d pixels; %,d of another size were scaled for it, and its predictions scaled back."
                          .formatted(
                              run.name(),
                              run.record().imageWidth(),
                              run.record().imageHeight(),
                              count)));
    }
    if (comparison.faces().ofKnownGroup() > 0) {
      notes.add(
          "%,d of the held-out faces belong to a group (a person, a video) from which a run has learned, which flatters it."
              .formatted(comparison.faces().ofKnownGroup()));
    }
    return notes;
  }

  /** Why groups that are there are not used. */
  public static List<String> unused(FaceGroups groups) {
    return groups.names().isEmpty() ? groups.notes() : List.of();
  }
}
