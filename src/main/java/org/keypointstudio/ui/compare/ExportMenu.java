package org.keypointstudio.ui.compare;

import atlantafx.base.theme.Styles;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/** What of a comparison can be taken away. */
final class ExportMenu extends MenuButton {

  ExportMenu(ComparisonExport export) {
    super("Export", new FontIcon(MaterialDesignE.EXPORT));
    setId("compare-export");
    getStyleClass().add(Styles.FLAT);
    setTooltip(new Tooltip("Write the comparison to files"));
    setMinWidth(USE_PREF_SIZE);
    getItems()
        .setAll(
            item("export-report", "Report with pictures (HTML)…", export::report),
            item("export-tables", "Tables (CSV and JSON)…", export::tables),
            item("export-plots", "Plots (SVG and PNG)…", export::plots),
            item("export-sheet", "Contact sheet of faces (PNG)…", export::sheet));
  }

  private static MenuItem item(String id, String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setId(id);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
