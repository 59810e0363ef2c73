package org.keypointstudio.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaneGridTest {

  @ParameterizedTest(name = "{0} panes in {1} by {2} pixels")
  @CsvSource({
    "1, 800, 600, 1",
    "2, 800, 600, 2",
    "3, 1600, 600, 3",
    "4, 800, 600, 2",
    "3, 300, 900, 1"
  })
  void as_many_columns_as_make_the_pictures_largest(
      int panes, double width, double height, int columns) {
    assertThat(PaneGrid.columns(panes, width, height)).isEqualTo(columns);
  }
}
