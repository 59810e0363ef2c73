package org.keypointstudio.dataset.kaggle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelCellTest {

  @Property
  void reads_every_list_of_grey_values(@ForAll("greys") List<Integer> greys) {
    String cell = greys.stream().map(String::valueOf).collect(Collectors.joining(" "));

    byte[] read = new byte[greys.size()];
    int behind = PixelCell.parse(line(cell), 0, read, 0, read.length);

    assertThat(behind).isEqualTo(cell.length());
    assertThat(read).isEqualTo(bytes(greys));
  }

  @Property(tries = 5_000)
  void never_reads_what_the_careful_way_refuses(
      @ForAll("greys") List<Integer> greys, @ForAll int place, @ForAll("letters") char letter) {
    StringBuilder cell =
        new StringBuilder(greys.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    cell.setCharAt(Math.floorMod(place, cell.length()), letter);
    byte[] text = line(cell.toString());

    byte[] quick = new byte[greys.size()];
    int behind = PixelCell.parse(text, 0, quick, 0, quick.length);

    if (behind == cell.length()) {
      byte[] careful = new byte[greys.size()];
      assertThatCode(() -> PixelCell.parseCarefully(text, 0, behind, careful, 0, careful.length))
          .doesNotThrowAnyException();
      assertThat(quick).isEqualTo(careful);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 2 256 4 5 6", "1 999 3 4 5 6", "300 2 3 4 5 6", "1 2  3 4 5 6", " 1 2 3 4 5 6",
        "1 2 0003 4 5 6", "12345678 2 3 4 5 6", "1 2 3,4 5 6", "1 2 -3 4 5 6", "1 2 3.4 4 5 6"
      })
  void leaves_a_strange_cell_to_the_careful_way(String cell) {
    assertThat(PixelCell.parse(line(cell), 0, new byte[6], 0, 6)).isEqualTo(-1);
  }

  @Test
  void leaves_what_lies_beside_the_target_alone() {
    byte[] target = new byte[9];
    Arrays.fill(target, (byte) 77);

    PixelCell.parse(line("1 20 255 0 9"), 0, target, 2, 5);

    assertThat(target).containsExactly(77, 77, 1, 20, 255, 0, 9, 77, 77);
  }

  @Provide
  Arbitrary<List<Integer>> greys() {
    return Arbitraries.integers().between(0, 255).list().ofMinSize(1).ofMaxSize(60);
  }

  @Provide
  Arbitrary<Character> letters() {
    return Arbitraries.of(' ', ',', '\r', '\n', '"', '-', '.', '0', '9', 'A', 'p', '\0', '\t', ':');
  }

  private static byte[] line(String cell) {
    return (cell + "\n".repeat(16)).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(List<Integer> greys) {
    byte[] bytes = new byte[greys.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = greys.get(i).byteValue();
    }
    return bytes;
  }
}
