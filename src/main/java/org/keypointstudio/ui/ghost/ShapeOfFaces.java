package org.keypointstudio.ui.ghost;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.edit.DocumentEvent;
import org.keypointstudio.ghost.MeanShape;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the mean shape of the open data set. It is made when the data set is opened, and again when
 * a person goes to another face after enough was changed: every time while few faces are labelled.
 */
final class ShapeOfFaces {
  private static final Logger LOG = LoggerFactory.getLogger(ShapeOfFaces.class);
  private static final int FEW_FACES = 50;
  private static final int MANY_CHANGES = 100;

  private final StudioSession session;
  private final TaskExecutor tasks;
  private final ReadOnlyObjectWrapper<Optional<MeanShape>> shape =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<AnnotationDocument> present = Optional.empty();
  private CancelToken running = new CancelToken();
  private int changes;

  ShapeOfFaces(StudioSession session, TaskExecutor tasks) {
    this.session = session;
    this.tasks = tasks;
    session.openDataSetProperty().subscribe(this::onDataSet);
    session.selectedFaceProperty().subscribe(this::onFace);
  }

  private void onDataSet(Optional<OpenDataSet> open) {
    Optional<AnnotationDocument> document = open.map(OpenDataSet::document);
    if (!document.equals(present)) {
      present = document;
      shape.set(Optional.empty());
      document.ifPresent(
          opened -> {
            opened.addListener(this::count);
            make(opened);
          });
    }
  }

  private void count(DocumentEvent event) {
    if (!(event instanceof DocumentEvent.Saved)) {
      changes++;
    }
  }

  private void onFace() {
    boolean few = shape.get().filter(made -> made.faces() >= FEW_FACES).isEmpty();
    if (changes >= (few ? 1 : MANY_CHANGES)) {
      present.ifPresent(this::make);
    }
  }

  private void make(AnnotationDocument document) {
    changes = 0;
    running.cancel();
    // Learned from what was accepted, the shape would only confirm itself.
    List<FaceLabels> labels = document.labelsSnapshot();
    int size = document.schema().size();
    running =
        tasks.execute(
            BackgroundTask.of(
                "Measuring the mean shape",
                _ -> MeanShape.of(size, labels.stream().map(FaceLabels::withoutAccepted).toList())),
            new TaskListener<MeanShape>() {
              @Override
              public void onSuccess(MeanShape made) {
                if (session.openDataSet().filter(it -> it.document() == document).isPresent()) {
                  shape.set(Optional.of(made));
                }
              }

              @Override
              public void onFailure(Exception problem) {
                LOG.error("The mean shape could not be measured", problem);
              }
            });
  }

  ReadOnlyObjectProperty<Optional<MeanShape>> shapeProperty() {
    return shape.getReadOnlyProperty();
  }
}
