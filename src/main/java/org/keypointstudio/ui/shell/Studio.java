package org.keypointstudio.ui.shell;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.ghost.Ghost;
import org.keypointstudio.project.RunStore;
import org.keypointstudio.project.settings.SettingsStore;
import org.keypointstudio.project.settings.UserSettings;
import org.keypointstudio.project.study.StudyRunner;
import org.keypointstudio.project.views.SavedViews;
import org.keypointstudio.ui.action.ActionControls;
import org.keypointstudio.ui.action.ActionRegistry;
import org.keypointstudio.ui.action.CommandPaletteViewModel;
import org.keypointstudio.ui.action.KeyBindings;
import org.keypointstudio.ui.action.KeyDispatcher;
import org.keypointstudio.ui.action.KeyRecorder;
import org.keypointstudio.ui.action.KeysModel;
import org.keypointstudio.ui.action.StudioAction;
import org.keypointstudio.ui.audit.AuditServices;
import org.keypointstudio.ui.audit.AuditView;
import org.keypointstudio.ui.audit.AuditViewModel;
import org.keypointstudio.ui.banner.Banners;
import org.keypointstudio.ui.banner.BannersView;
import org.keypointstudio.ui.browse.BrowseView;
import org.keypointstudio.ui.browse.BrowseViewModel;
import org.keypointstudio.ui.browse.FirstFacesView;
import org.keypointstudio.ui.browse.SavedViewsViewModel;
import org.keypointstudio.ui.canvas.CanvasMemory;
import org.keypointstudio.ui.canvas.CanvasSwitch;
import org.keypointstudio.ui.canvas.CanvasViewModel;
import org.keypointstudio.ui.canvas.FaceImages;
import org.keypointstudio.ui.canvas.FaceNavigator;
import org.keypointstudio.ui.canvas.tools.KeypointEditingViewModel;
import org.keypointstudio.ui.canvas.tools.LabelEditingViewModel;
import org.keypointstudio.ui.cleaning.CleaningPane;
import org.keypointstudio.ui.cleaning.CleaningViewModel;
import org.keypointstudio.ui.compare.CompareView;
import org.keypointstudio.ui.compare.CompareViewModel;
import org.keypointstudio.ui.compare.ComparisonExport;
import org.keypointstudio.ui.compare.FiguresViewModel;
import org.keypointstudio.ui.dock.WindowLayout;
import org.keypointstudio.ui.edit.EditView;
import org.keypointstudio.ui.edit.EditViewModel;
import org.keypointstudio.ui.edit.SetPictures;
import org.keypointstudio.ui.file.DataSetFilesViewModel;
import org.keypointstudio.ui.firststeps.FirstStepsPane;
import org.keypointstudio.ui.firststeps.FirstStepsViewModel;
import org.keypointstudio.ui.ghost.GhostsAcrossViewModel;
import org.keypointstudio.ui.ghost.GhostsViewModel;
import org.keypointstudio.ui.guide.GuidedPlacingViewModel;
import org.keypointstudio.ui.guide.ReferenceFaceViewModel;
import org.keypointstudio.ui.mapping.MappingPane;
import org.keypointstudio.ui.merge.MergePane;
import org.keypointstudio.ui.next.NextFacesPane;
import org.keypointstudio.ui.next.NextFacesViewModel;
import org.keypointstudio.ui.notes.NotesPane;
import org.keypointstudio.ui.notes.NotesViewModel;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.notification.NotificationsView;
import org.keypointstudio.ui.schema.SchemaPane;
import org.keypointstudio.ui.search.FaceSearch;
import org.keypointstudio.ui.search.GoToFaceViewModel;
import org.keypointstudio.ui.session.ChosenFaces;
import org.keypointstudio.ui.session.FaceFilter;
import org.keypointstudio.ui.session.ImageMeasurer;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.settings.Settings;
import org.keypointstudio.ui.starter.SamplesViewModel;
import org.keypointstudio.ui.starter.StartersViewModel;
import org.keypointstudio.ui.statistics.StatisticsExport;
import org.keypointstudio.ui.statistics.StatisticsView;
import org.keypointstudio.ui.statistics.StatisticsViewModel;
import org.keypointstudio.ui.study.PreparedStudy;
import org.keypointstudio.ui.study.StudyPage;
import org.keypointstudio.ui.study.StudyViewModel;
import org.keypointstudio.ui.support.ErrorReportPane;
import org.keypointstudio.ui.support.ErrorReportViewModel;
import org.keypointstudio.ui.task.WindowTaskExecutor;
import org.keypointstudio.ui.theme.ThemeManager;
import org.keypointstudio.ui.train.EarlierRuns;
import org.keypointstudio.ui.train.ModelPredictions;
import org.keypointstudio.ui.train.TrainServices;
import org.keypointstudio.ui.train.TrainView;
import org.keypointstudio.ui.train.TrainViewModel;

/** One window's worth of Keypoint Studio: its state and its views, put together. */
public final class Studio {
  private final StudioSession session = new StudioSession();
  private final ObjectProperty<Workspace> workspace = new SimpleObjectProperty<>(Workspace.BROWSE);
  private final CanvasViewModel canvas = new CanvasViewModel();
  private final BooleanProperty copying = new SimpleBooleanProperty();
  private final NotesViewModel notes = new NotesViewModel(session);
  private final Notifications notifications = new Notifications();
  private final KeyRecorder recorder = new KeyRecorder();
  private final KeysModel keys;
  private final ImageMeasurer measurer;
  private final FaceSearch search;
  private final BrowseViewModel browsing;
  private final SavedViewsViewModel savedViews;
  private final GoToFaceViewModel goTo = new GoToFaceViewModel(session, this::showAllFaces);
  private final ActionRegistry actions;
  private final CommandPaletteViewModel commands;
  private final WindowTaskExecutor tasks;
  private final GhostsViewModel ghosts;
  private final GhostsAcrossViewModel ghostsAcross;
  private final KeypointEditingViewModel editing;
  private final LabelEditingViewModel labels;
  private final GuidedPlacingViewModel guide;
  private final ReferenceFaceViewModel reference;
  private final Settings settings;
  private final Docks docks;
  private final ThemeManager theme;
  private final StudioFiles storage;
  private final StartersViewModel starters;
  private final TrainViewModel training;
  private final StudyViewModel study;
  private final CompareViewModel comparing;
  private final FiguresViewModel figures;
  private final ComparisonExport export;
  private final StatisticsViewModel statistics;
  private final CleaningViewModel cleaning;
  private final AuditViewModel auditing;
  private final ErrorReportViewModel reports;
  private final NextFacesViewModel next;
  private final FirstStepsViewModel firstSteps;
  private final Scene scene;

  /**
   * A window's content. To be made on the window's thread.
   *
   * @param ports what it needs from outside
   * @param quit closes the window
   */
  public Studio(StudioPorts ports, Runnable quit) {
    tasks = new WindowTaskExecutor(ports.workers(), ports.uiThread());
    measurer = new ImageMeasurer(session, tasks, notifications);
    search = new FaceSearch(session, measurer);
    browsing = new BrowseViewModel(session, measurer, notifications);
    savedViews =
        new SavedViewsViewModel(
            session,
            search,
            browsing,
            new WindowTaskExecutor(ports.writer(), ports.uiThread()),
            dataSet -> new SavedViews(ports.projects().apply(dataSet.path()).views()),
            notifications);
    SettingsStore.Loaded loaded = ports.settings().load();
    loaded.problem().ifPresent(notifications::problem);
    UserSettings remembered = loaded.settings();
    settings = new Settings(remembered, ports.settings(), ports.writer());
    docks = new Docks(new WindowLayout(settings), session, workspace);
    KeyBindings keyBindings = new KeyBindings(settings);
    keys = new KeysModel(keyBindings, recorder);
    actions = new ActionRegistry(keyBindings.keysProperty());
    commands = new CommandPaletteViewModel(actions);
    theme = new ThemeManager(remembered.theme());
    storage = new StudioFiles(session, ports, tasks, notifications, settings);
    ModelPredictions predictions =
        new ModelPredictions(session, tasks, ports.loader(), notifications);
    ghosts = new GhostsViewModel(session, tasks, predictions::predictMirrored);
    ghostsAcross = new GhostsAcrossViewModel(session, ghosts, tasks, notifications);
    editing = new KeypointEditingViewModel(session, this::ghostsOnShow);
    labels = new LabelEditingViewModel(session, editing, notifications);
    guide = new GuidedPlacingViewModel(session, notifications);
    reference = new ReferenceFaceViewModel(session, guide, ghosts, tasks);
    Function<FaceDataSet, RunStore> runs = dataSet -> ports.projects().apply(dataSet.path()).runs();
    training =
        new TrainViewModel(
            session,
            new TrainServices(
                tasks,
                new WindowTaskExecutor(ports.writer(), ports.uiThread()),
                ports.trainer(),
                predictions,
                (dataSet, model) -> runs.apply(dataSet).nextFolder(model),
                ports.dialogs(),
                ports.uiThread(),
                notifications,
                InstantSource.system()));
    starters =
        new StartersViewModel(session, ports.models(), tasks, predictions::predict, notifications);
    new EarlierRuns(session, tasks, runs, predictions, training.runs(), notifications).watch();
    study =
        new StudyViewModel(
            session,
            tasks,
            new StudyRunner(ports.trainer(), ports.loader()),
            dataSet -> ports.projects().apply(dataSet.path()).studies(),
            new PreparedStudy(ports.dialogs(), tasks, notifications),
            notifications,
            ports.uiThread());
    comparing = new CompareViewModel(session, tasks, ports.uiThread(), notifications, canvas);
    figures =
        new FiguresViewModel(
            comparing, tasks, measurer, notifications, predictions::predictMirrored);
    export = new ComparisonExport(figures, ports.dialogs(), tasks, notifications);
    statistics = new StatisticsViewModel(session, tasks, ports.extractor(), this::showOnly);
    cleaning = new CleaningViewModel(session, tasks, ports.dialogs(), notifications);
    auditing =
        new AuditViewModel(
            session,
            new AuditServices(
                tasks,
                new WindowTaskExecutor(ports.writer(), ports.uiThread()),
                ports.auditor(),
                dataSet -> ports.projects().apply(dataSet.path()).audit(),
                notifications,
                InstantSource.system()),
            editing,
            canvas);
    next =
        new NextFacesViewModel(
            session, tasks, ports.loader(), notifications, () -> workspace.set(Workspace.EDIT));
    FaceNavigator throughSession = new SessionNavigator(session, canvas);
    StudioActions bindings =
        new StudioActions(
            actions,
            session,
            workspace,
            place ->
                switch (place) {
                  case COMPARE -> comparing;
                  case AUDIT -> auditing;
                  case BROWSE, EDIT, TRAIN, STATISTICS -> throughSession;
                });
    bindings.bindFiles(
        storage.files(), storage.export(), storage.backups(), storage.otherFile(), quit);
    bindings.bindSchema(storage.schema());
    bindings.bindEditing(editing, keys.shownProperty());
    PointActions points = new PointActions(actions, session, bindings.inEdit());
    points.bindGuide(guide);
    points.bindGhosts(ghosts, ghostsAcross, guide, editing);
    points.bindLabels(labels, guide, editing, copying);
    bindings.bindTraining(training);
    bindings.bindStudy(study.shownProperty());
    bindings.bindCleaning(cleaning.shownProperty());
    bindings.bindAudit(auditing, next);
    bindings.bindFaces();
    bindings.bindNotes(notes, search);
    bindings.bindBrowsing(browsing, goTo);
    bindings.bindView(canvas);
    bindings.bindThemes(theme);
    docks.bind(actions);
    reports =
        new ErrorReportViewModel(
            new ErrorReportViewModel.Sources(
                new Situation(session, workspace, tasks)::describe,
                ports.log(),
                settings.valueProperty()::get),
            ports.dialogs(),
            tasks,
            notifications);
    bindings.bindHelp(keys, commands.shownProperty(), reports);
    SamplesViewModel samples =
        new SamplesViewModel(ports.samples(), tasks, storage.files()::open, notifications);
    bindings.bindSamples(samples);
    firstSteps = new FirstStepsViewModel(session, samples, settings, actions);
    bindings.bindFirstSteps(firstSteps);
    theme
        .themeProperty()
        .subscribe((_, wanted) -> settings.update(present -> present.withTheme(wanted)));
    new CanvasMemory(canvas, settings).keep();
    editing.snapProperty().bind(canvas.switchProperty(CanvasSwitch.SNAP));
    scene = new Scene(mainView(ports), 1280, 800);
    theme.dress(scene);
    new KeyDispatcher(actions, recorder).install(scene);
  }

  private MainView mainView(StudioPorts ports) {
    FaceImages images = new FaceImages(ports.workers(), ports.uiThread());
    session
        .openDataSetProperty()
        .subscribe(open -> images.keepOnly(open.map(OpenDataSet::dataSet)));
    return new MainView(
        new MainView.Parts(
            new StudioMenus(actions, storage.files(), settings).menuBar(),
            new TopBar(session, actions, search, training.summary(), starters),
            new WorkspaceRail(workspace, new ActionControls(actions)),
            new StatusBar(
                session,
                search.problemProperty(),
                tasks.running(),
                storage.safety().journalStateProperty()),
            new WelcomePane(actions, storage.files(), settings, firstSteps),
            new FirstFacesView(storage.files().firstFaces().shownProperty(), images),
            new NotificationsView(notifications),
            new BannersView(storage.banners()),
            List.of(
                new MainView.Overlay(
                    storage.merge().shownProperty(), new MergePane(storage.merge(), images)),
                new MainView.Overlay(
                    storage.schema().shownProperty(), new SchemaPane(storage.schema())),
                new MainView.Overlay(
                    storage.mapping().shownProperty(), new MappingPane(storage.mapping())),
                new MainView.Overlay(cleaning.shownProperty(), new CleaningPane(cleaning, images)),
                new MainView.Overlay(firstSteps.shownProperty(), new FirstStepsPane(firstSteps)),
                new MainView.Overlay(reports.shownProperty(), new ErrorReportPane(reports))),
            workspaces(images, ports)),
        session,
        workspace,
        keys,
        commands,
        goTo,
        storage.files());
  }

  private Map<Workspace, Node> workspaces(FaceImages images, StudioPorts ports) {
    Map<Workspace, Node> views = new EnumMap<>(Workspace.class);
    views.put(
        Workspace.STATISTICS,
        new StatisticsView(
            statistics, new StatisticsExport(ports.dialogs(), tasks, notifications), images));
    views.put(
        Workspace.BROWSE,
        new BrowseView(
            session,
            browsing,
            savedViews,
            images,
            new NotesPane(notes, new ActionControls(actions)),
            new BrowseView.Ways(
                () -> workspace.set(Workspace.EDIT),
                this::showAllFaces,
                () -> workspace.set(Workspace.STATISTICS))));
    views.put(
        Workspace.EDIT,
        new EditView(
            new EditViewModel(session, canvas, editing, ghosts),
            session,
            canvas,
            new EditView.Tools(
                editing,
                labels,
                ghosts,
                ghostsAcross,
                guide,
                reference,
                new SetPictures(session, canvas, tasks),
                copying),
            images,
            new NotesPane(notes, new ActionControls(actions)),
            new NextFacesPane(next, images, new ActionControls(actions)),
            new ActionControls(actions)));
    views.put(Workspace.TRAIN, trainWorkspace());
    views.put(
        Workspace.COMPARE,
        new CompareView(
            comparing,
            figures,
            export,
            images,
            starters,
            () -> workspace.set(Workspace.TRAIN),
            () -> workspace.set(Workspace.EDIT)));
    views.put(
        Workspace.AUDIT,
        new AuditView(
            auditing,
            editing,
            images,
            new NotesPane(notes, new ActionControls(actions)),
            new ActionControls(actions),
            () -> actions.perform(StudioAction.RETRAIN)));
    docks.dock(views);
    return views;
  }

  /** Shows faces that a person pointed at in a chart, where faces are looked at. */
  private void showOnly(ChosenFaces faces) {
    session.showOnly(faces);
    workspace.set(Workspace.BROWSE);
  }

  /** Ghosts can be taken in hand only where they are seen. */
  private List<Ghost> ghostsOnShow() {
    return workspace.get() == Workspace.AUDIT ? List.of() : ghosts.ghostsProperty().get();
  }

  private void showAllFaces() {
    session.filterProperty().set(FaceFilter.ALL);
    search.showAll();
  }

  /** One run after the other, or several recipes side by side. */
  private StackPane trainWorkspace() {
    TrainView runs = new TrainView(training, () -> study.shownProperty().set(true));
    docks.dock(Workspace.TRAIN, runs);
    StudyPage recipes = new StudyPage(study, () -> study.shownProperty().set(false));
    recipes.visibleProperty().bind(study.shownProperty());
    runs.visibleProperty().bind(study.shownProperty().not());
    training.runs().selectedProperty().subscribe((_, _) -> study.shownProperty().set(false));
    return new StackPane(runs, recipes);
  }

  /** The window's content. */
  public Scene scene() {
    return scene;
  }

  /** What all workspaces share. */
  public StudioSession session() {
    return session;
  }

  /** Opening and saving. */
  public DataSetFilesViewModel files() {
    return storage.files();
  }

  /** How the window is arranged. */
  public WindowLayout layout() {
    return docks.layout();
  }

  /** The workspace on show. */
  public ObjectProperty<Workspace> workspaceProperty() {
    return workspace;
  }

  /** How faces are looked at. */
  public CanvasViewModel canvas() {
    return canvas;
  }

  /** Correcting keypoints. */
  public KeypointEditingViewModel editing() {
    return editing;
  }

  /** Proposals for missing keypoints. */
  public GhostsViewModel ghosts() {
    return ghosts;
  }

  /** Seeing models side by side. */
  public CompareViewModel comparing() {
    return comparing;
  }

  /** Reviewing suspicious labels. */
  public AuditViewModel auditing() {
    return auditing;
  }

  /** Training. */
  public TrainViewModel training() {
    return training;
  }

  /** Takes back every change that can be taken back. */
  public void undoAll() {
    while (actions.perform(StudioAction.UNDO)) {
      // Each turn takes one change back.
    }
  }

  /** The messages that wait for an answer. */
  public Banners banners() {
    return storage.banners();
  }

  /** The person comes back to the window: what changed outside meanwhile is noticed. */
  public void comeBack() {
    storage.outside().look();
  }

  /** The window closes: what belongs to the open data set is let go of. */
  public void end() {
    storage.safety().end();
  }

  /** Telling of bugs, and reports of them. */
  public ErrorReportViewModel reports() {
    return reports;
  }

  /** The messages on show. */
  public Notifications notifications() {
    return notifications;
  }

  /** What runs. */
  public WindowTaskExecutor tasks() {
    return tasks;
  }

  /** Which look the person wants. */
  public ObjectProperty<UserSettings.Theme> themeProperty() {
    return theme.themeProperty();
  }
}
