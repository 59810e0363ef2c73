package org.keypointstudio.ui.compare;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.project.shipped.ShippedModel;
import org.keypointstudio.ui.canvas.FaceImages;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.starter.StartersViewModel;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The Compare workspace: the same face once per model beside its ground truth, and the figures. */
public final class CompareView extends BorderPane {
  private static final Duration TURN = Duration.millis(700);

  private final CompareViewModel viewModel;
  private final StudioSession session;
  private final FaceImages images;
  private final StartersViewModel starters;
  private final Runnable train;
  private final FiguresViewModel figures;
  private final FiguresPage page;
  private final CompareBar bar;
  private final PaneGrid grid = new PaneGrid();
  private final StackPane centre = new StackPane();
  private final Timeline flicker = new Timeline(new KeyFrame(TURN, _ -> nextTurn()));

  /** As many as were ever shown at once: a pane listens to the view for as long as that lives. */
  private final List<FacePane> allPanes = new ArrayList<>();

  private List<FacePane> panes = List.of();
  private int turn;
  private Optional<Image> image = Optional.empty();

  /**
   * The workspace of a session.
   *
   * @param figures what the models are worth on many faces
   * @param export writes them to files
   * @param images reads the faces
   * @param starters models that come with the program
   * @param train goes where models are trained
   * @param edit goes where the selected face is corrected
   */
  public CompareView(
      CompareViewModel viewModel,
      FiguresViewModel figures,
      ComparisonExport export,
      FaceImages images,
      StartersViewModel starters,
      Runnable train,
      Runnable edit) {
    this.viewModel = viewModel;
    this.session = viewModel.session();
    this.images = images;
    this.starters = starters;
    this.train = train;
    this.figures = figures;
    this.page = new FiguresPage(figures);
    this.bar = new CompareBar(viewModel, edit);
    getStyleClass().add("compare-view");
    setCenter(new BorderPane(centre, bar, null, null, null));
    setRight(new ScoresPane(viewModel, figures, export));
    flicker.setCycleCount(Animation.INDEFINITE);
    watch();
    showPanes();
    viewModel.activeProperty().bind(Bindings.and(sceneProperty().isNotNull(), visibleProperty()));
  }

  private void watch() {
    viewModel.shownModels().subscribe(this::showPanes);
    starters.offered().subscribe(this::showPanes);
    viewModel.layoutProperty().subscribe((_, _) -> showPanes());
    figures.shownProperty().subscribe((_, _) -> showPanes());
    viewModel.layoutProperty().subscribe(_ -> takeTurns());
    viewModel.activeProperty().subscribe(_ -> takeTurns());
    viewModel.comparisonProperty().subscribe(_ -> refresh());
    viewModel.faces().subscribe(bar::refresh);
    viewModel.hoveredKeypointProperty().subscribe(_ -> refresh());
    viewModel.view().brightnessProperty().subscribe(_ -> requestImage());
    viewModel.view().contrastProperty().subscribe(_ -> requestImage());
    viewModel.view().gammaProperty().subscribe(_ -> requestImage());
    viewModel.view().equalizationProperty().subscribe(_ -> requestImage());
    session.selectedFaceProperty().subscribe(_ -> requestImage());
    session.openDataSetProperty().subscribe(_ -> requestImage());
    session.selectedKeypointProperty().subscribe(_ -> refresh());
    session.revisionProperty().subscribe(_ -> refresh());
    viewModel.activeProperty().subscribe(_ -> requestImage());
  }

  private void showPanes() {
    List<Supplier<List<ModelEntry>>> wanted = wantedPanes();
    while (allPanes.size() < wanted.size()) {
      allPanes.add(new FacePane(viewModel, () -> image));
    }
    for (int pane = 0; pane < allPanes.size(); pane++) {
      allPanes.get(pane).show(pane < wanted.size() ? wanted.get(pane) : List::of);
    }
    panes = List.copyOf(allPanes.subList(0, wanted.size()));
    grid.show(panes);
    boolean anything = !viewModel.shownModels().isEmpty();
    Node content = figures.shownProperty().get() ? page : grid;
    centre.getChildren().setAll(anything ? content : emptyState());
    boolean faces = anything && !figures.shownProperty().get();
    bar.setVisible(faces);
    bar.setManaged(faces);
    refresh();
  }

  /** Which models each pane shows. */
  private List<Supplier<List<ModelEntry>>> wantedPanes() {
    List<Supplier<List<ModelEntry>>> wanted = new ArrayList<>();
    switch (viewModel.layoutProperty().get()) {
      case SIDE_BY_SIDE -> {
        wanted.add(List::of);
        for (ModelEntry model : viewModel.shownModels()) {
          wanted.add(() -> List.of(model));
        }
      }
      case OVERLAY -> wanted.add(viewModel::shownModels);
      case FLICKER -> wanted.add(this::modelOfTurn);
    }
    return wanted;
  }

  private List<ModelEntry> modelOfTurn() {
    List<ModelEntry> shown = viewModel.shownModels();
    return shown.isEmpty() ? List.of() : List.of(shown.get(Math.floorMod(turn, shown.size())));
  }

  private void nextTurn() {
    turn++;
    panes.forEach(FacePane::refresh);
  }

  private void takeTurns() {
    boolean flickers =
        viewModel.layoutProperty().get() == PaneLayout.FLICKER && viewModel.activeProperty().get();
    if (flickers) {
      flicker.play();
    } else {
      flicker.stop();
    }
  }

  private VBox emptyState() {
    boolean hidden = !session.models().isEmpty();
    Label title = new Label(hidden ? "All models are hidden" : "No models to compare yet");
    title.getStyleClass().add(Styles.TITLE_3);
    Label next =
        new Label(
            hidden
                ? "Tick a model in the table at the right."
                : "Train one, and it appears here beside the ground truth."
                    + (starters.offered().isEmpty()
                        ? ""
                        : " Or take one that is trained already."));
    next.getStyleClass().add(Styles.TEXT_MUTED);
    next.setWrapText(true);
    next.setTextAlignment(TextAlignment.CENTER);
    VBox state = new VBox(8, new FontIcon(MaterialDesignC.COMPARE_HORIZONTAL), title, next);
    if (!hidden) {
      Button go = new Button("Go to Train");
      go.getStyleClass().add(Styles.ACCENT);
      go.setOnAction(_ -> train.run());
      state.getChildren().add(go);
      starters.offered().forEach(model -> state.getChildren().add(starterButton(model)));
    }
    state.setAlignment(Pos.CENTER);
    state.getStyleClass().add("empty-state");
    return state;
  }

  private Button starterButton(ShippedModel model) {
    Button take = new Button(StartersViewModel.title(model));
    take.setMnemonicParsing(false);
    take.setOnAction(_ -> starters.use(model));
    return take;
  }

  private void requestImage() {
    image = Optional.empty();
    int face = session.selectedFaceProperty().get();
    if (face != StudioSession.NONE && viewModel.activeProperty().get()) {
      session
          .openDataSet()
          .map(OpenDataSet::dataSet)
          .ifPresent(
              dataSet -> {
                request(dataSet, face, picture -> showImage(face, picture));
                // The neighbours too, so that a step shows its face at once.
                viewModel.neighbours().forEach(next -> request(dataSet, next, _ -> {}));
              });
    }
    refresh();
  }

  private void request(FaceDataSet dataSet, int face, Consumer<Image> receiver) {
    images.request(dataSet, face, viewModel.view().tone(), () -> true, receiver);
  }

  private void showImage(int face, Image picture) {
    if (session.selectedFaceProperty().get() == face) {
      image = Optional.of(picture);
      viewModel
          .view()
          .setImageSize(new ImageSize((int) picture.getWidth(), (int) picture.getHeight()));
      refresh();
    }
  }

  private void refresh() {
    bar.refresh();
    panes.forEach(FacePane::refresh);
  }
}
