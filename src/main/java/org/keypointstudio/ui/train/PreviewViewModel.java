package org.keypointstudio.ui.train;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.training.Augmentation;
import org.keypointstudio.training.loop.AugmentationPreview;
import org.keypointstudio.training.loop.AugmentationPreview.VariedFace;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/** What the chosen augmentation does to the selected face, made in the background. */
public final class PreviewViewModel {
  /** How many varied copies there are. */
  public static final int COPIES = 8;

  private final StudioSession session;
  private final TrainServices services;
  private final AugmentationViewModel augmentation;
  private final BooleanProperty active = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Optional<Preview>> preview =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private long seed = 1;
  private boolean working;
  private boolean stale = true;

  /**
   * A face and its copies.
   *
   * @param name what the data set calls the face
   * @param original the face as it is
   * @param copies the face as a network may see it
   */
  public record Preview(String name, VariedFace original, List<VariedFace> copies) {
    /** Copies the list. */
    public Preview {
      copies = List.copyOf(copies);
    }
  }

  PreviewViewModel(
      StudioSession session, TrainServices services, AugmentationViewModel augmentation) {
    this.session = session;
    this.services = services;
    this.augmentation = augmentation;
    augmentation.augmentationProperty().subscribe((_, _) -> refresh());
    session.selectedFaceProperty().subscribe((_, _) -> refresh());
    session.revisionProperty().subscribe((_, _) -> refresh());
    active.subscribe((_, _) -> refreshIfStale());
  }

  /** Varies the face anew. */
  public void shuffle() {
    seed++;
    refresh();
  }

  private void refresh() {
    stale = true;
    refreshIfStale();
  }

  /** One piece of work at a time; what changed meanwhile is made up for by the next. */
  private void refreshIfStale() {
    if (!stale || working || !active.get()) {
      return;
    }
    int face = session.selectedFaceProperty().get();
    Optional<OpenDataSet> open = session.openDataSet().filter(_ -> face != StudioSession.NONE);
    Optional<Augmentation> chosen = augmentation.augmentationProperty().get();
    stale = false;
    if (open.isEmpty()) {
      preview.set(Optional.empty());
    } else if (chosen.isPresent()) {
      make(open.get().dataSet(), face, open.get().document().annotation(face), chosen.get());
    }
  }

  private void make(FaceDataSet dataSet, int face, Annotation annotation, Augmentation chosen) {
    working = true;
    long presentSeed = seed;
    services
        .errands()
        .execute(
            BackgroundTask.of(
                "Varying a face", _ -> vary(dataSet, face, annotation, chosen, presentSeed)),
            new TaskListener<Preview>() {
              @Override
              public void onSuccess(Preview made) {
                preview.set(Optional.of(made));
                next();
              }

              @Override
              public void onFailure(Exception problem) {
                services
                    .notifications()
                    .problem(Problems.sentence("The face could not be varied", problem));
                next();
              }

              @Override
              public void onCancelled() {
                next();
              }
            });
  }

  private void next() {
    working = false;
    refreshIfStale();
  }

  private static Preview vary(
      FaceDataSet dataSet, int face, Annotation annotation, Augmentation chosen, long seed)
      throws IOException {
    GrayImage image = dataSet.image(face);
    return new Preview(
        dataSet.face(face).name(),
        AugmentationPreview.original(dataSet.schema(), image, annotation),
        AugmentationPreview.varied(dataSet.schema(), image, annotation, chosen, COPIES, seed));
  }

  /** Whether the copies are on show, so that they have to be up to date. */
  public BooleanProperty activeProperty() {
    return active;
  }

  /** The latest copies; empty without a face. */
  public ReadOnlyObjectProperty<Optional<Preview>> previewProperty() {
    return preview.getReadOnlyProperty();
  }
}
