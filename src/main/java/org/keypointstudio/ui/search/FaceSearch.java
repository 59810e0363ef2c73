package org.keypointstudio.ui.search;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.edit.query.FaceQuery;
import org.keypointstudio.edit.query.QueryException;
import org.keypointstudio.edit.query.QueryWords;
import org.keypointstudio.ui.session.ImageMeasurer;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/**
 * The search field: what is typed becomes the session's query when it is applied and makes sense;
 * until then the last one that did stays.
 */
public final class FaceSearch {
  private static final int MOST_COMPLETIONS = 12;

  private final StudioSession session;
  private final ImageMeasurer measurer;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyLongWrapper calls = new ReadOnlyLongWrapper();
  private FaceQuery wanted = FaceQuery.EVERYTHING;
  private Optional<AnnotationDocument> present = Optional.empty();

  /**
   * Searching through a session's faces.
   *
   * @param measurer measures images when something is looked for that needs it
   */
  public FaceSearch(StudioSession session, ImageMeasurer measurer) {
    this.session = session;
    this.measurer = measurer;
    session.openDataSetProperty().subscribe(this::onDataSet);
    // Faces that a person pointed at stand for themselves: what was typed before is done with.
    session
        .queryProperty()
        .subscribe(
            (_, query) -> {
              if (query.isEmpty()) {
                text.set("");
              }
            });
  }

  /** What was looked for in another data set means nothing in this one. */
  private void onDataSet(Optional<OpenDataSet> open) {
    Optional<AnnotationDocument> document = open.map(OpenDataSet::document);
    if (!document.equals(present)) {
      present = document;
      showAll();
    }
  }

  /** Forgets what is typed, and which faces were pointed at. */
  public void showAll() {
    text.set("");
    session.chosenFacesProperty().set(Optional.empty());
    apply();
  }

  /** Looks with what is typed; again too, since labels or predictions may have changed. */
  public void apply() {
    Optional<QueryWords> words = session.words();
    if (words.isEmpty()) {
      problem.set("");
      return;
    }
    try {
      FaceQuery query = FaceQuery.parse(text.get(), words.get());
      problem.set("");
      wanted = query;
      measurer.whenMeasured(query.needs(), () -> look(query));
    } catch (QueryException unclear) {
      problem.set(String.valueOf(unclear.getMessage()));
    }
  }

  /** What was typed since counts for more than what had to wait. */
  private void look(FaceQuery query) {
    if (wanted.equals(query)) {
      session.queryProperty().set(query);
    }
  }

  /** What the text may become by one more word, at most a screenful. */
  public List<String> completions() {
    return session.words().stream()
        .flatMap(words -> words.completions(text.get()).stream())
        .limit(MOST_COMPLETIONS)
        .toList();
  }

  /** What is typed. */
  public StringProperty textProperty() {
    return text;
  }

  /** Why what is typed makes no sense; empty if it does. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The person wants to type. */
  public void call() {
    calls.set(calls.get() + 1);
  }

  /** Grows with each {@link #call}. */
  public ReadOnlyLongProperty callsProperty() {
    return calls.getReadOnlyProperty();
  }
}
