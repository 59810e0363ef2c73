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
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/**
 * The search field: what is typed becomes the session's query when it is applied and makes sense;
 * until then the last one that did stays.
 */
public final class FaceSearch {
  private static final int MOST_COMPLETIONS = 12;

  private final StudioSession session;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyLongWrapper calls = new ReadOnlyLongWrapper();
  private Optional<AnnotationDocument> present = Optional.empty();

  /** Searching through a session's faces. */
  public FaceSearch(StudioSession session) {
    this.session = session;
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
    Optional<QueryWords> words = words();
    if (words.isEmpty()) {
      problem.set("");
      return;
    }
    try {
      FaceQuery query = FaceQuery.parse(text.get(), words.get());
      problem.set("");
      session.queryProperty().set(query);
    } catch (QueryException unclear) {
      problem.set(String.valueOf(unclear.getMessage()));
    }
  }

  /** What the text may become by one more word, at most a screenful. */
  public List<String> completions() {
    return words().stream()
        .flatMap(words -> words.completions(text.get()).stream())
        .limit(MOST_COMPLETIONS)
        .toList();
  }

  private Optional<QueryWords> words() {
    return session
        .openDataSet()
        .map(OpenDataSet::document)
        .map(
            document ->
                new QueryWords(
                    document.schema(),
                    session.models().stream().map(ModelEntry::name).toList(),
                    document.tags()));
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
