package org.keypointstudio.project.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.audit.AuditResult;
import org.keypointstudio.audit.FacePrediction;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.groups.FaceGroups;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.prediction.KeypointPredictor;
import org.keypointstudio.prediction.MirroredPredictor;
import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.task.TaskContext;

/**
 * Ranks labels by a model that is there already: quick, but a model that has learned from a wrong
 * label may repeat it. Of the settings nothing is used.
 */
public final class ModelAuditor implements Auditor {
  /** What the person should know of such a ranking. */
  public static final String WARNING =
      "The model may have learned from these labels, and then repeats some of their errors; an"
          + " audit that trains its own models finds more.";

  private final PredictorLoader loader;
  private final Path runFolder;

  /**
   * An auditor.
   *
   * @param runFolder of the trained network
   */
  public ModelAuditor(PredictorLoader loader, Path runFolder) {
    this.loader = loader;
    this.runFolder = runFolder;
  }

  @Override
  public AuditResult audit(
      FaceDataSet faces,
      List<FaceLabels> labels,
      FaceGroups groups,
      AuditSettings settings,
      TaskContext context)
      throws AuditException {
    try (KeypointPredictor model = loader.load(runFolder)) {
      if (!model.schema().keypointNames().equals(faces.schema().keypointNames())) {
        throw new AuditException(
            "%s places other keypoints than %s has; name a model of the same keypoints."
                .formatted(runFolder, faces.path()));
      }
      AuditSnapshot snapshot = AuditSnapshot.read(faces, labels, groups, context);
      List<Annotation> straight = model.predict(snapshot.images(), context);
      List<Annotation> mirrored = new MirroredPredictor(model).predict(snapshot.images(), context);
      List<FacePrediction> predictions = new ArrayList<>();
      for (int i = 0; i < straight.size(); i++) {
        predictions.add(new FacePrediction(straight.get(i), mirrored.get(i)));
      }
      return snapshot.ranked(predictions, List.of(WARNING), context);
    } catch (IOException problem) {
      throw new AuditException(String.valueOf(problem.getMessage()), problem);
    }
  }
}
