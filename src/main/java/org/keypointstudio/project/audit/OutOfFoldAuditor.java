package org.keypointstudio.project.audit;

import java.io.IOException;
import java.util.List;
import org.keypointstudio.audit.AuditResult;
import org.keypointstudio.audit.FacePrediction;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.groups.FaceGroups;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.prediction.PredictorLoader;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.training.Trainer;
import org.keypointstudio.training.TrainingException;

/** Ranks labels by models that have not learned from them, which it trains first. */
public final class OutOfFoldAuditor implements Auditor {
  private final OutOfFoldModels models;

  /** An auditor that trains and predicts by these ports. */
  public OutOfFoldAuditor(Trainer trainer, PredictorLoader loader) {
    models = new OutOfFoldModels(trainer, loader);
  }

  @Override
  public AuditResult audit(
      FaceDataSet faces,
      List<FaceLabels> labels,
      FaceGroups groups,
      AuditSettings settings,
      TaskContext context)
      throws AuditException {
    AuditSnapshot snapshot = AuditSnapshot.read(faces, labels, groups, context);
    try {
      List<FacePrediction> predictions =
          models.predict(
              snapshot.trainingFaces(),
              settings.folds(),
              OutOfFoldModels.recipe(settings),
              context);
      return snapshot.ranked(predictions, List.of(), context);
    } catch (TrainingException | IOException problem) {
      throw new AuditException(String.valueOf(problem.getMessage()), problem);
    }
  }
}
