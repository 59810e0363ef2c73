package org.keypointstudio.ui.banner;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The banners, one below the other, each with its answers at its right end. */
public final class BannersView extends VBox {

  /** The banners of a model. */
  public BannersView(Banners banners) {
    getStyleClass().add("banners");
    banners
        .shown()
        .addListener((ListChangeListener<Banner>) _ -> show(List.copyOf(banners.shown())));
    show(List.copyOf(banners.shown()));
  }

  private void show(List<Banner> banners) {
    getChildren().setAll(banners.stream().map(BannersView::node).toList());
  }

  private static HBox node(Banner banner) {
    Label text = new Label(banner.text(), new FontIcon(icon(banner.topic())));
    text.setWrapText(true);
    text.setGraphicTextGap(8);
    text.setMinHeight(USE_PREF_SIZE);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    List<Node> children = new ArrayList<>();
    children.add(text);
    for (Banner.Answer answer : banner.answers()) {
      Button button = button(answer);
      if (children.size() == 1) {
        button.getStyleClass().add(Styles.ACCENT);
      }
      children.add(button);
    }
    HBox node = new HBox(8, children.toArray(Node[]::new));
    node.setId("banner-" + banner.topic());
    node.setAlignment(Pos.CENTER_LEFT);
    node.getStyleClass().add("banner");
    node.setAccessibleRole(AccessibleRole.TEXT);
    node.setAccessibleText(banner.text());
    return node;
  }

  private static Button button(Banner.Answer answer) {
    Button button = new Button(answer.text());
    button.getStyleClass().add(Styles.SMALL);
    button.setTooltip(new Tooltip(answer.explanation()));
    button.setOnAction(_ -> answer.action().run());
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private static String icon(Banner.Topic topic) {
    return switch (topic) {
      case UNSAVED_WORK -> "mdi2b-backup-restore";
      case READ_ONLY -> "mdi2l-lock-outline";
      case CHANGED_OUTSIDE -> "mdi2f-file-sync-outline";
    };
  }
}
