package org.keypointstudio.ui.browse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import org.keypointstudio.edit.query.FaceFacts;
import org.keypointstudio.edit.query.FaceOrder;
import org.keypointstudio.edit.query.ImageNeed;
import org.keypointstudio.edit.query.QueryException;
import org.keypointstudio.edit.query.QueryWords;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.ImageMeasurer;
import org.keypointstudio.ui.session.ModelEntry;
import org.keypointstudio.ui.session.StudioSession;

/** How the faces are listed: as pictures or as a table, and in which order. */
public final class BrowseViewModel {
  private final StudioSession session;
  private final ImageMeasurer measurer;
  private final Notifications notifications;
  private final ObjectProperty<Listing> listing = new SimpleObjectProperty<>(Listing.GALLERY);
  private final ReadOnlyListWrapper<FaceColumn> columns =
      new ReadOnlyListWrapper<>(FXCollections.observableArrayList());
  private String wanted = "";

  /** What the faces look like. */
  public enum Listing {
    /** A grid of pictures. */
    GALLERY,
    /** A row a face. */
    TABLE
  }

  /** The listing of a session's faces. */
  public BrowseViewModel(
      StudioSession session, ImageMeasurer measurer, Notifications notifications) {
    this.session = session;
    this.measurer = measurer;
    this.notifications = notifications;
    session.openDataSetProperty().subscribe(this::refreshColumns);
    session.models().addListener((InvalidationListener) _ -> refreshColumns());
  }

  private void refreshColumns() {
    List<FaceColumn> present =
        session
            .openDataSet()
            .map(
                open ->
                    FaceColumns.of(
                        open.document().schema(),
                        session.models().stream().map(ModelEntry::name).toList()))
            .orElse(List.of());
    if (!present.stream()
        .map(FaceColumn::key)
        .toList()
        .equals(columns.stream().map(FaceColumn::key).toList())) {
      columns.setAll(present);
    }
  }

  /**
   * Sorts the faces, once the images are measured if that takes their measures.
   *
   * @param text as {@link FaceOrder} is written
   */
  public void sortBy(String text) {
    Optional<QueryWords> words = session.words();
    if (words.isEmpty()) {
      return;
    }
    try {
      FaceOrder order = FaceOrder.parse(text, words.get());
      wanted = order.text();
      measurer.whenMeasured(order.needs(), () -> sort(order));
    } catch (QueryException problem) {
      notifications.problem(String.valueOf(problem.getMessage()));
    }
  }

  /** What was asked for since counts for more than what had to wait. */
  private void sort(FaceOrder order) {
    if (wanted.equals(order.text())) {
      session.orderProperty().set(order);
    }
  }

  /** Measures brightness and sharpness of all images. */
  public void measureImages() {
    measurer.whenMeasured(Set.of(ImageNeed.FACTS), session::refilter);
  }

  /** What a cell says. */
  String text(FaceColumn column, int face) {
    Optional<FaceFacts> facts = session.facts();
    return facts.map(it -> column.text().of(it, face)).orElse("");
  }

  /** Whether faces are pictures or rows. */
  public ObjectProperty<Listing> listingProperty() {
    return listing;
  }

  /** What can be said of each face at present. */
  ReadOnlyListProperty<FaceColumn> columns() {
    return columns.getReadOnlyProperty();
  }
}
