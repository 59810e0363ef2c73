package org.keypointstudio.ui.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.edit.DocumentEvent;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.project.audit.KeptLabels;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/** The latest audit of the open data set: read when it is opened, replaced by the next audit. */
final class CurrentAudit {
  private final AuditServices services;
  private final AuditRunViewModel run;
  private final KeptDecisions kept;
  private final ReadOnlyObjectWrapper<Optional<Review>> review =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyIntegerWrapper changedFaces = new ReadOnlyIntegerWrapper();
  private final Set<Integer> changed = new TreeSet<>();

  /** The faces that were touched since the data set was opened: only those can change an audit. */
  private final Set<Integer> touched = new TreeSet<>();

  private Optional<AnnotationDocument> present = Optional.empty();

  CurrentAudit(StudioSession session, AuditServices services) {
    this.services = services;
    this.run = new AuditRunViewModel(services);
    this.kept = new KeptDecisions(session, services);
    session.openDataSetProperty().subscribe(this::onDataSet);
  }

  private void onDataSet(Optional<OpenDataSet> open) {
    Optional<AnnotationDocument> document = open.map(OpenDataSet::document);
    if (document.equals(present)) {
      return;
    }
    present = document;
    run.cancel();
    touched.clear();
    kept.show(KeptLabels.NONE);
    show(Optional.empty(), List.of());
    open.ifPresent(this::load);
  }

  private void load(OpenDataSet open) {
    AnnotationDocument document = open.document();
    FaceDataSet dataSet = open.dataSet();
    List<Annotation> labels = document.snapshot();
    document.addListener(event -> onDocumentEvent(document, event));
    services
        .errands()
        .execute(
            BackgroundTask.of(
                "Looking for an earlier audit", _ -> StoredAudit.read(services, dataSet, labels)),
            new TaskListener<StoredAudit>() {
              @Override
              public void onSuccess(StoredAudit stored) {
                if (isPresent(document)) {
                  stored.problems().forEach(services.notifications()::problem);
                  kept.show(stored.kept());
                  show(stored.audit().map(audit -> new Review(audit, document)), stored.changed());
                }
              }

              @Override
              public void onFailure(Exception problem) {
                services.notifications().problem("The earlier audit could not be read: " + problem);
              }
            });
  }

  private boolean isPresent(AnnotationDocument document) {
    return present.filter(shown -> shown == document).isPresent();
  }

  private void show(Optional<Review> audited, List<Integer> changedSince) {
    changed.clear();
    changed.addAll(changedSince);
    audited.ifPresent(shown -> touched.forEach(face -> noteChange(shown, face)));
    changedFaces.set(changed.size());
    review.set(audited);
  }

  private void noteChange(Review shown, int face) {
    if (shown.audit().isChanged(face, shown.document().annotation(face))) {
      changed.add(face);
    } else {
      changed.remove(face);
    }
  }

  private void onDocumentEvent(AnnotationDocument document, DocumentEvent event) {
    List<Integer> faces =
        switch (event) {
          case DocumentEvent.Changed(var change) -> change.faces();
          case DocumentEvent.Undone(var change) -> change.faces();
          case DocumentEvent.Redone(var change) -> change.faces();
          case DocumentEvent.Saved() -> List.of();
        };
    if (isPresent(document)) {
      touched.addAll(faces);
      review.get().ifPresent(shown -> faces.forEach(face -> noteChange(shown, face)));
      changedFaces.set(changed.size());
    }
  }

  /** Audits the labels as they are now, in the background. */
  void start(OpenDataSet open) {
    run.start(
        open,
        audit -> {
          if (isPresent(open.document())) {
            show(Optional.of(new Review(audit, open.document())), List.of());
          }
        });
  }

  /** How the next audit is done, and how the present one goes. */
  AuditRunViewModel run() {
    return run;
  }

  /** What a person keeps as it is. */
  KeptDecisions kept() {
    return kept;
  }

  /** The latest audit beside the labels as they are; empty if there was none. */
  ReadOnlyObjectProperty<Optional<Review>> reviewProperty() {
    return review.getReadOnlyProperty();
  }

  /** How many faces have other labels now than those that were judged. */
  ReadOnlyIntegerProperty changedFacesProperty() {
    return changedFaces.getReadOnlyProperty();
  }
}
