package org.keypointstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToolBar;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keypointstudio.ui.fake.FakeDialogs;
import org.keypointstudio.ui.fake.FakeModels;
import org.keypointstudio.ui.fake.FakePorts;
import org.keypointstudio.ui.fake.FakeStore;
import org.keypointstudio.ui.fake.MemoryDataSet;
import org.keypointstudio.ui.session.OpenDataSet;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A screen reader has a name for everything that can be pressed, typed into or moved. */
@ExtendWith(ApplicationExtension.class)
class AccessibleNamesTest {
  private @TempDir Path home;
  private Studio studio;

  @Start
  void show_the_window(Stage stage) {
    studio = new Studio(FakePorts.of(new FakeStore(), new FakeDialogs(), home), stage::hide);
    new StudioWindow(stage, studio).show();
  }

  @ParameterizedTest
  @EnumSource
  void every_control_of_a_workspace_has_a_name(Workspace place, FxRobot robot) {
    MemoryDataSet faces = new MemoryDataSet(20);
    FakeModels models = new FakeModels(faces);
    robot.interact(
        () -> {
          studio.session().open(OpenDataSet.of(faces));
          studio.session().models().add(models.predicted("cnn 1", 0, 2, List.of(3, 7)));
          studio.workspaceProperty().set(place);
        });
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(nameless(studio.scene().getRoot()).toList()).isEmpty();
  }

  @Test
  void so_has_every_control_that_shows_how_to_begin() {
    assertThat(nameless(studio.scene().getRoot()).toList()).isEmpty();
  }

  /** What a control is made of is the control's own affair. */
  private static Stream<String> nameless(Node node) {
    if (node instanceof Control control && isUsed(control)) {
      return name(control).isPresent() ? Stream.empty() : Stream.of(describe(control));
    }
    return node instanceof Parent parent
        ? new ArrayList<>(parent.getChildrenUnmodifiable())
            .stream().flatMap(AccessibleNamesTest::nameless)
        : Stream.empty();
  }

  private static boolean isUsed(Control control) {
    boolean mereFrame =
        control instanceof ScrollPane
            || control instanceof SplitPane
            || control instanceof TabPane
            || control instanceof ToolBar;
    return !mereFrame
        && (control instanceof ButtonBase
            || control instanceof ComboBoxBase<?>
            || control instanceof Slider
            || control instanceof Spinner<?>
            || control instanceof ListView<?>
            || control instanceof TableView<?>
            || control instanceof TextInputControl);
  }

  private static Optional<String> name(Control control) {
    Optional<String> text =
        control instanceof Labeled labeled
            ? Optional.ofNullable(labeled.getText())
            : Optional.empty();
    return Optional.ofNullable(control.getAccessibleText())
        .filter(name -> !name.isBlank())
        .or(() -> text.filter(name -> !name.isBlank()));
  }

  private static String describe(Control control) {
    return "%s #%s %s in %s"
        .formatted(
            control.getClass().getSimpleName(),
            control.getId(),
            control.getStyleClass(),
            control.getParent());
  }
}
