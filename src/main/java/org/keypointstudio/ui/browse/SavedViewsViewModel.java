package org.keypointstudio.ui.browse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.project.views.SavedView;
import org.keypointstudio.project.views.SavedViews;
import org.keypointstudio.task.BackgroundTask;
import org.keypointstudio.task.TaskExecutor;
import org.keypointstudio.task.TaskListener;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.search.FaceSearch;
import org.keypointstudio.ui.session.FaceFilter;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/** The named filters and orders of the open data set, kept in its project folder. */
public final class SavedViewsViewModel {
  private final StudioSession session;
  private final FaceSearch search;
  private final BrowseViewModel browsing;
  private final TaskExecutor writer;
  private final Function<FaceDataSet, SavedViews> files;
  private final Notifications notifications;
  private final ObservableList<SavedView> views = FXCollections.observableArrayList();

  /** One view for all: a view that nobody holds would be collected with its listeners. */
  private final ObservableList<SavedView> viewsView =
      FXCollections.unmodifiableObservableList(views);

  private Optional<AnnotationDocument> present = Optional.empty();

  /**
   * The views of a session's data set.
   *
   * @param writer reads and writes, one task at a time
   * @param files where the views of a data set are
   */
  public SavedViewsViewModel(
      StudioSession session,
      FaceSearch search,
      BrowseViewModel browsing,
      TaskExecutor writer,
      Function<FaceDataSet, SavedViews> files,
      Notifications notifications) {
    this.session = session;
    this.search = search;
    this.browsing = browsing;
    this.writer = writer;
    this.files = files;
    this.notifications = notifications;
    session.openDataSetProperty().subscribe(this::onDataSet);
  }

  private void onDataSet(Optional<OpenDataSet> open) {
    Optional<AnnotationDocument> document = open.map(OpenDataSet::document);
    if (document.equals(present)) {
      return;
    }
    present = document;
    views.clear();
    open.ifPresent(
        data -> {
          SavedViews file = files.apply(data.dataSet());
          writer.execute(
              BackgroundTask.of("Reading saved views", _ -> file.read()),
              listener(
                  found -> {
                    if (present.equals(document)) {
                      views.setAll(found);
                    }
                  }));
        });
  }

  /** Keeps what is shown at present under a name; a view of that name gives way. */
  public void save(String name) {
    String plain = name.strip();
    if (plain.isEmpty() || session.openDataSet().isEmpty()) {
      return;
    }
    FaceFilter filter = session.filterProperty().get();
    SavedView view =
        new SavedView(
            plain,
            filter == FaceFilter.ALL ? "" : filter.name(),
            session.queryProperty().get().text(),
            session.orderProperty().get().text());
    List<SavedView> kept = new ArrayList<>(views);
    kept.removeIf(it -> it.name().equals(plain));
    kept.add(view);
    keep(kept);
  }

  /** Forgets a view. */
  public void remove(SavedView view) {
    List<SavedView> kept = new ArrayList<>(views);
    kept.remove(view);
    keep(kept);
  }

  private void keep(List<SavedView> kept) {
    views.setAll(kept);
    session
        .openDataSet()
        .ifPresent(
            open -> {
              SavedViews file = files.apply(open.dataSet());
              List<SavedView> written = List.copyOf(kept);
              writer.execute(
                  BackgroundTask.of(
                      "Saving views",
                      _ -> {
                        file.write(written);
                        return written;
                      }),
                  listener(_ -> {}));
            });
  }

  /** Shows the faces of a view in its order. */
  public void show(SavedView view) {
    search.showAll();
    session.filterProperty().set(filter(view.filter()));
    search.textProperty().set(view.query());
    search.apply();
    browsing.sortBy(view.order());
  }

  /** A filter that this program does not know, since a later one wrote it, filters nothing. */
  private static FaceFilter filter(String name) {
    for (FaceFilter filter : FaceFilter.values()) {
      if (filter.name().equals(name)) {
        return filter;
      }
    }
    return FaceFilter.ALL;
  }

  private <T> TaskListener<T> listener(Consumer<T> taker) {
    return new TaskListener<T>() {
      @Override
      public void onSuccess(T result) {
        taker.accept(result);
      }

      @Override
      public void onFailure(Exception problem) {
        notifications.problem(String.valueOf(problem.getMessage()));
      }
    };
  }

  /** The views, oldest first. */
  public ObservableList<SavedView> views() {
    return viewsView;
  }
}
