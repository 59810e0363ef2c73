package org.keypointstudio.ui.browse;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.keypointstudio.project.views.SavedView;
import org.kordamp.ikonli.javafx.FontIcon;

/** The views of the data set, and a field in which a person names what is shown at present. */
final class ViewsMenu extends MenuButton {
  private static final double FIELD_WIDTH = 180;

  private final SavedViewsViewModel viewModel;
  private final TextField name = new TextField();

  ViewsMenu(SavedViewsViewModel viewModel) {
    super("Views", new FontIcon("mdi2b-bookmark-multiple-outline"));
    this.viewModel = viewModel;
    setId("saved-views");
    setTooltip(new Tooltip("Filters and orders under a name of yours"));
    setFocusTraversable(false);
    name.setId("view-name");
    name.setPromptText("Name for what is shown");
    name.setAccessibleText("Name for the present filter and order");
    name.setPrefWidth(FIELD_WIDTH);
    name.setOnAction(_ -> save());
    viewModel.views().addListener((InvalidationListener) _ -> refresh());
    refresh();
  }

  private void refresh() {
    List<MenuItem> items = new ArrayList<>();
    for (SavedView view : viewModel.views()) {
      MenuItem item = new MenuItem(view.name(), new FontIcon("mdi2b-bookmark-outline"));
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> viewModel.show(view));
      items.add(item);
    }
    if (!items.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    items.add(namingItem());
    if (!viewModel.views().isEmpty()) {
      items.add(forgetMenu());
    }
    getItems().setAll(items);
  }

  private CustomMenuItem namingItem() {
    Button save = new Button("Save view");
    save.setId("save-view");
    save.getStyleClass().add(Styles.SMALL);
    save.disableProperty().bind(name.textProperty().map(String::isBlank));
    save.setOnAction(_ -> save());
    HBox.setHgrow(name, Priority.ALWAYS);
    return new CustomMenuItem(new HBox(8, name, save), false);
  }

  private void save() {
    if (!name.getText().isBlank()) {
      viewModel.save(name.getText());
      name.clear();
      hide();
    }
  }

  private Menu forgetMenu() {
    Menu forget = new Menu("Remove a view", new FontIcon("mdi2b-bookmark-remove-outline"));
    for (SavedView view : viewModel.views()) {
      MenuItem item = new MenuItem(view.name());
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> viewModel.remove(view));
      forget.getItems().add(item);
    }
    return forget;
  }
}
