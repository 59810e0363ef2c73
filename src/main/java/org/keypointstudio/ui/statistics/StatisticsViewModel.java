package org.keypointstudio.ui.statistics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.keypointstudio.dataset.similarity.NumberRows;
import org.keypointstudio.dataset.similarity.SimilarityMap;
import org.keypointstudio.dataset.statistics.ImageSurvey;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.prediction.FeatureExtractor;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.session.ChosenFaces;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/**
 * What the open data set adds up to. Labels are counted anew when somebody looks after a change;
 * images are read once, when somebody first looks.
 */
public final class StatisticsViewModel {
  private static final ImageSize MEAN_SIZE = new ImageSize(96, 96);

  private final StudioSession session;
  private final TaskExecutor tasks;
  private final Consumer<ChosenFaces> showFaces;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Optional<LabelSummary>> labels =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ImageSurvey>> images =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final FeatureExtractor extractor;
  private final ObjectProperty<Optional<ModelEntry>> eyes =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<SimilarityMap>> similarity =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Map<ModelEntry, SimilarityMap> maps = new HashMap<>();
  private final ReadOnlyStringWrapper imageState = new ReadOnlyStringWrapper("");
  private Optional<AnnotationDocument> present = Optional.empty();
  private long countedRevision = -1;
  private boolean surveyBegun;
  private CancelToken counting = new CancelToken();
  private CancelToken reading = new CancelToken();
  private CancelToken asking = new CancelToken();

  /**
   * The statistics of a session's data set.
   *
   * @param tasks counts, and reads images
   * @param extractor tells what models make of faces
   * @param showFaces shows the faces that a person pointed at, where faces are looked at
   */
  public StatisticsViewModel(
      StudioSession session,
      TaskExecutor tasks,
      FeatureExtractor extractor,
      Consumer<ChosenFaces> showFaces) {
    this.session = session;
    this.tasks = tasks;
    this.extractor = extractor;
    this.showFaces = showFaces;
    session.openDataSetProperty().subscribe(this::onDataSet);
    session.revisionProperty().subscribe(this::refresh);
    shown.subscribe(this::refresh);
    images.subscribe(this::layOut);
    eyes.subscribe(this::layOut);
    session.models().subscribe(this::forgetGoneModels);
  }

  private void onDataSet(Optional<OpenDataSet> open) {
    Optional<AnnotationDocument> document = open.map(OpenDataSet::document);
    if (!document.equals(present)) {
      present = document;
      counting.cancel();
      reading.cancel();
      labels.set(Optional.empty());
      maps.clear();
      eyes.set(Optional.empty());
      images.set(Optional.empty());
      imageState.set("");
      countedRevision = -1;
      surveyBegun = false;
      refresh();
    }
  }

  private void refresh() {
    Optional<OpenDataSet> open = session.openDataSet();
    if (!shown.get() || open.isEmpty()) {
      return;
    }
    if (countedRevision != session.revisionProperty().get()) {
      countedRevision = session.revisionProperty().get();
      count(open.get());
    }
    if (!surveyBegun) {
      surveyBegun = true;
      survey(open.get());
    }
  }

  private void count(OpenDataSet open) {
    counting.cancel();
    List<FaceLabels> snapshot = open.document().labelsSnapshot();
    counting =
        tasks.execute(
            BackgroundTask.of(
                "Counting labels", _ -> LabelSummary.of(open.document().schema(), snapshot)),
            new TaskListener<LabelSummary>() {
              @Override
              public void onSuccess(LabelSummary counted) {
                if (isPresent(open)) {
                  labels.set(Optional.of(counted));
                }
              }

              @Override
              public void onFailure(Exception problem) {
                throw new IllegalStateException("Labels in memory can be counted", problem);
              }
            });
  }

  private void survey(OpenDataSet open) {
    imageState.set("Reading the images…");
    reading =
        tasks.execute(
            BackgroundTask.of(
                "Measuring the images",
                context -> ImageSurvey.of(open.dataSet(), MEAN_SIZE, context)),
            new TaskListener<ImageSurvey>() {
              @Override
              public void onSuccess(ImageSurvey survey) {
                if (isPresent(open)) {
                  int unreadable = survey.facts().unreadable().length;
                  imageState.set(
                      unreadable == 0 ? "" : "%,d images could not be read.".formatted(unreadable));
                  images.set(Optional.of(survey));
                  // The search asks for the same measures, and need not read all images again.
                  session.imagesProperty().set(session.imagesProperty().get().with(survey.facts()));
                }
              }

              @Override
              public void onFailure(Exception problem) {
                if (isPresent(open)) {
                  imageState.set("The images could not be measured: " + problem.getMessage());
                }
              }

              @Override
              public void onCancelled() {
                if (isPresent(open)) {
                  surveyBegun = false;
                  imageState.set("Measuring was cancelled; come back to begin again.");
                }
              }
            });
  }

  private void forgetGoneModels() {
    maps.keySet().retainAll(session.models());
    if (eyes.get().filter(model -> !session.models().contains(model)).isPresent()) {
      eyes.set(Optional.empty());
    }
  }

  /** Lays the faces out by what is chosen, as soon as that is known. */
  private void layOut() {
    Optional<ModelEntry> model = eyes.get();
    similarity.set(
        model.isEmpty() ? images.get().map(ImageSurvey::similarity) : model.map(maps::get));
    if (model.isPresent() && similarity.get().isEmpty()) {
      session.openDataSet().ifPresent(open -> ask(model.get(), open));
    }
  }

  private void ask(ModelEntry model, OpenDataSet open) {
    asking.cancel();
    imageState.set("Asking %s what the faces look like…".formatted(model.name()));
    asking =
        tasks.execute(
            BackgroundTask.of(
                "Laying faces out by " + model.name(),
                context ->
                    SimilarityMap.of(
                        new NumberRows(
                            extractor.features(
                                model.runFolder(),
                                open.dataSet().size(),
                                open.dataSet()::image,
                                context)),
                        context)),
            new TaskListener<SimilarityMap>() {
              @Override
              public void onSuccess(SimilarityMap map) {
                if (isPresent(open) && session.models().contains(model)) {
                  maps.put(model, map);
                  imageState.set("");
                  layOut();
                }
              }

              @Override
              public void onFailure(Exception problem) {
                if (isPresent(open)) {
                  eyes.set(Optional.empty());
                  imageState.set(
                      "%s could not be asked: %s".formatted(model.name(), problem.getMessage()));
                }
              }

              @Override
              public void onCancelled() {
                if (isPresent(open) && eyes.get().filter(model::equals).isPresent()) {
                  imageState.set("");
                  eyes.set(Optional.empty());
                }
              }
            });
  }

  /** By whose features faces are laid out; by their pixels if empty. */
  ObjectProperty<Optional<ModelEntry>> eyesProperty() {
    return eyes;
  }

  /** The faces laid out as it was chosen; empty until that is done. */
  ReadOnlyObjectProperty<Optional<SimilarityMap>> similarityProperty() {
    return similarity.getReadOnlyProperty();
  }

  private boolean isPresent(OpenDataSet open) {
    return present.filter(document -> document == open.document()).isPresent();
  }

  /** Whether somebody looks. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** What the labels add up to; empty until they are counted. */
  ReadOnlyObjectProperty<Optional<LabelSummary>> labelsProperty() {
    return labels.getReadOnlyProperty();
  }

  /** What was measured on the images; empty until they are read. */
  ReadOnlyObjectProperty<Optional<ImageSurvey>> imagesProperty() {
    return images.getReadOnlyProperty();
  }

  /** What is to be said of the images: that they are being read, or could not be; else empty. */
  ReadOnlyStringProperty imageStateProperty() {
    return imageState.getReadOnlyProperty();
  }

  /** The models that faces can be coloured by. */
  List<ModelEntry> models() {
    return List.copyOf(session.models());
  }

  /** Shows faces that a person pointed at. Nothing happens if there are none. */
  void choose(String name, IntStream faces) {
    ChosenFaces chosen = ChosenFaces.of(name, faces);
    if (chosen.size() > 0) {
      showFaces.accept(chosen);
    }
  }

  /** The session, for what shows faces of it. */
  StudioSession session() {
    return session;
  }
}
