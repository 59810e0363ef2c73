package org.keypointstudio.dataset.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keypointstudio.dataset.DataSetException;

class FaceGroupsTest {
  @TempDir Path folder;

  private Path write(String... lines) throws IOException {
    return Files.writeString(folder.resolve("groups.csv"), String.join("\n", lines));
  }

  @Test
  void each_row_has_the_group_that_its_line_names_in_any_order() throws IOException {
    Path file = write("row,subject", "2,anna", "0,\"b, c\"", "", "1,anna");

    FaceGroups groups = FaceGroups.read(file, 3);

    assertThat(groups.names()).containsExactly("b, c", "anna", "anna");
    assertThat(groups.notes())
        .containsExactly("The split keeps the 2 groups of groups.csv together.");
  }

  @Test
  void windows_line_ends_and_a_byte_order_mark_are_read_too() throws IOException {
    Path file = folder.resolve("people.csv");
    Files.writeString(file, "\uFEFFRow,Person\r\n0,a\r\n1,b\r\n");

    assertThat(FaceGroups.read(file, 2).names()).containsExactly("a", "b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "row;subject|groups.csv, header: expected the columns row and a group",
        "subject,row|groups.csv, header: expected the columns row and a group",
        "row,subject\\n"
            + "0,a\\n"
            + "x,b|groups.csv, line 3, column row: expected a row of the data set from 0 to 1, but"
            + " found x",
        "row,subject\\n"
            + "0,a\\n"
            + "2,b|groups.csv, line 3, column row: expected a row of the data set from 0 to 1, but"
            + " found 2",
        "row,subject\\n0,a\\n0,b|groups.csv, line 3, column row: row 0 has a group already",
        "row,subject\\n0,|groups.csv, line 2, column subject: the group of row 0 is missing",
        "row,subject\\n0,a,b|groups.csv, line 2: there are 3 cells instead of 2",
        "row,subject\\n0,a|groups.csv names no group for row 1",
        "row,subject\\n0,\"a|groups.csv, line 2: a quote is not closed"
      })
  void a_file_that_does_not_fit_is_refused_by_line_and_column(String content, String reason)
      throws IOException {
    Path file = write(content.replace("\\n", "\n"));

    assertThatThrownBy(() -> FaceGroups.read(file, 2))
        .isInstanceOf(DataSetException.class)
        .hasMessageStartingWith(reason);
  }

  @Test
  void an_empty_file_and_one_that_is_not_there_are_refused() throws IOException {
    Path empty = write("");

    assertThatThrownBy(() -> FaceGroups.read(empty, 2)).isInstanceOf(DataSetException.class);
    assertThatThrownBy(() -> FaceGroups.read(folder.resolve("none.csv"), 2))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining("none.csv does not exist");
  }

  @Test
  void a_file_beside_the_data_set_or_in_its_folder_is_found() throws IOException {
    write("row,subject", "0,a");

    assertThat(FaceGroups.beside(folder.resolve("training.zip"), 1).names()).containsExactly("a");
    assertThat(FaceGroups.beside(folder, 1).names()).containsExactly("a");
    assertThat(FaceGroups.beside(folder.resolve("elsewhere/training.csv"), 1))
        .isEqualTo(FaceGroups.none());
  }

  @Test
  void a_file_of_another_data_set_beside_it_is_left_alone_and_noted() throws IOException {
    write("row,subject", "0,a");

    FaceGroups groups = FaceGroups.beside(folder.resolve("test.csv"), 5);

    assertThat(groups.names()).isEmpty();
    assertThat(groups.notes())
        .singleElement()
        .asString()
        .startsWith("The groups beside the data set are not used: groups.csv names no group");
  }
}
