package org.keypointstudio.ui.browse;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.keypointstudio.edit.query.FaceOrder;
import org.keypointstudio.ui.browse.BrowseViewModel.Listing;
import org.keypointstudio.ui.session.StudioSession;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above the faces: pictures or rows, in which order, and the views. */
final class BrowseBar extends HBox {
  private final StudioSession session;
  private final BrowseViewModel viewModel;
  private final ComboBox<FaceColumn> order = new ComboBox<>();
  private final Button direction = new Button();
  private boolean following;

  BrowseBar(StudioSession session, BrowseViewModel viewModel, SavedViewsViewModel views) {
    super(8);
    this.session = session;
    this.viewModel = viewModel;
    getStyleClass().add("browse-bar");
    setAlignment(Pos.CENTER_LEFT);
    Region spring = new Region();
    setHgrow(spring, Priority.ALWAYS);
    Label sorted = new Label("Sort by");
    sorted.getStyleClass().add(Styles.TEXT_MUTED);
    sorted.setMinWidth(USE_PREF_SIZE);
    getChildren()
        .addAll(listings(), sorted, orderBox(), directionButton(), spring, measureButton());
    getChildren().add(new ViewsMenu(views));
    session.orderProperty().subscribe(this::follow);
    viewModel.columns().subscribe(this::follow);
  }

  private HBox listings() {
    ToggleGroup group = new ToggleGroup();
    ToggleButton gallery =
        listing(group, Listing.GALLERY, "mdi2v-view-grid-outline", "Faces as pictures");
    ToggleButton table = listing(group, Listing.TABLE, "mdi2t-table", "A row for each face");
    gallery.getStyleClass().add(Styles.LEFT_PILL);
    table.getStyleClass().add(Styles.RIGHT_PILL);
    gallery.setId("show-gallery");
    table.setId("show-table");
    viewModel
        .listingProperty()
        .subscribe(shown -> group.selectToggle(shown == Listing.TABLE ? table : gallery));
    return new HBox(gallery, table);
  }

  private ToggleButton listing(ToggleGroup group, Listing listing, String icon, String text) {
    ToggleButton toggle = new ToggleButton(null, new FontIcon(icon));
    toggle.getStyleClass().add(Styles.BUTTON_ICON);
    toggle.setTooltip(new Tooltip(text));
    toggle.setAccessibleText(text);
    toggle.setToggleGroup(group);
    toggle.setFocusTraversable(false);
    toggle.setOnAction(
        _ -> {
          toggle.setSelected(true); // one of the two is always on
          viewModel.listingProperty().set(listing);
        });
    return toggle;
  }

  private ComboBox<FaceColumn> orderBox() {
    order.setId("browse-order");
    order.setAccessibleText("What the faces are sorted by");
    order.setTooltip(new Tooltip("What the faces are sorted by, in every workspace"));
    order.setFocusTraversable(false);
    order.setPrefWidth(160);
    order.setItems(viewModel.columns());
    order.valueProperty().subscribe(this::onChosen);
    return order;
  }

  private Button directionButton() {
    direction.setId("browse-direction");
    direction.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    direction.setFocusTraversable(false);
    direction.setOnAction(
        _ -> {
          FaceOrder present = session.orderProperty().get();
          viewModel.sortBy(present.isAscending() ? "-" + present.key() : present.key());
        });
    return direction;
  }

  /** Only there while nothing is measured; a table without these numbers says nothing of why. */
  private Button measureButton() {
    Button measure = new Button("Measure images", new FontIcon("mdi2b-brightness-6"));
    measure.setId("measure-images");
    measure.setMinWidth(USE_PREF_SIZE);
    measure.setTooltip(
        new Tooltip("Fills the columns Brightness and Sharpness; every image is read once."));
    measure.setFocusTraversable(false);
    measure.setOnAction(_ -> viewModel.measureImages());
    BooleanBinding wanted =
        Bindings.createBooleanBinding(
            () ->
                viewModel.listingProperty().get() == Listing.TABLE
                    && session.imagesProperty().get().facts().isEmpty(),
            viewModel.listingProperty(),
            session.imagesProperty());
    measure.visibleProperty().bind(wanted);
    measure.managedProperty().bind(wanted);
    return measure;
  }

  private void onChosen(@Nullable FaceColumn column) {
    if (!following && column != null) {
      viewModel.sortBy(column.key().equals(FaceOrder.OF_THE_DATA_SET.key()) ? "" : column.key());
    }
  }

  /** Shows the order that holds, whoever chose it. */
  private void follow() {
    FaceOrder present = session.orderProperty().get();
    following = true;
    Optional<FaceColumn> column =
        viewModel.columns().stream().filter(it -> it.key().equals(present.key())).findFirst();
    order.setValue(column.orElse(null));
    following = false;
    String text = present.isAscending() ? "Smallest first" : "Largest first";
    direction.setGraphic(
        new FontIcon(present.isAscending() ? "mdi2s-sort-ascending" : "mdi2s-sort-descending"));
    direction.setTooltip(new Tooltip(text + "; a click turns it round"));
    direction.setAccessibleText(text);
  }
}
