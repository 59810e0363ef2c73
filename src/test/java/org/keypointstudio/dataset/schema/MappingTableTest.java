package org.keypointstudio.dataset.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.model.schema.SchemaMapping;
import org.keypointstudio.model.schema.SchemaPreset;

class MappingTableTest {
  private static final KeypointSchema SOURCE =
      new KeypointSchema("three", List.of("a", "b", "c"), List.of(), List.of(), List.of());

  @TempDir private Path folder;

  private SchemaMapping mapping(String rows) throws IOException {
    Path file = folder.resolve("map.csv");
    Files.writeString(file, "target,sources\n" + rows);
    return MappingTable.find(file.toString()).from(SOURCE);
  }

  private static KeypointSchema sourceOf(String name) {
    return name.startsWith("68") ? SchemaPreset.IBUG_68.schema() : SchemaPreset.WFLW_98.schema();
  }

  @Test
  void a_keypoint_is_another_one_or_the_mean_of_several() throws IOException {
    Annotation mapped =
        mapping("left,b\nright,0\nnose,a c\nchin,\n")
            .apply(Annotation.ofCoordinates(1, 2, 3, 4, 5, 8));

    assertThat(mapped.keypoint(0)).isEqualTo(Keypoint.visible(3, 4));
    assertThat(mapped.keypoint(1)).isEqualTo(Keypoint.visible(1, 2));
    assertThat(mapped.keypoint(2)).isEqualTo(Keypoint.visible(3, 5));
    assertThat(mapped.keypoint(3)).isEqualTo(Keypoint.unlabelled());
  }

  @Test
  void a_mean_needs_all_of_its_sources_and_is_hidden_if_one_of_them_is() throws IOException {
    SchemaMapping mapping = mapping("both,a b\nlast,b c\n");
    Annotation annotation =
        Annotation.of(
            List.of(
                Keypoint.visible(1, 1),
                new Keypoint(3, 3, Visibility.OCCLUDED),
                Keypoint.unlabelled()));

    assertThat(mapping.apply(annotation).keypoint(0))
        .isEqualTo(new Keypoint(2, 2, Visibility.OCCLUDED));
    assertThat(mapping.apply(annotation).keypoint(1)).isEqualTo(Keypoint.unlabelled());
    assertThat(mapping.apply(annotation.with(2, Keypoint.absent())).keypoint(1))
        .isEqualTo(Keypoint.absent());
    assertThat(mapping("one,b").unused()).containsExactly("a", "c");
  }

  @ParameterizedTest
  @CsvSource({
    "68-to-15, Kaggle 15",
    "68-to-5, CelebA 5",
    "98-to-68, iBUG 68",
    "98-to-15, Kaggle 15",
    "98-to-5, CelebA 5",
  })
  void the_mappings_that_come_with_the_program_lead_to_presets(String name, String target)
      throws IOException {
    assertThat(MappingTable.find(name).from(sourceOf(name)).target().name()).isEqualTo(target);
  }

  static Stream<String> shipped() {
    return MappingTable.shippedNames().stream();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void it_is_the_same_to_mirror_before_or_behind_a_mapping(String name) throws IOException {
    KeypointSchema source = sourceOf(name);
    SchemaMapping mapping = MappingTable.find(name).from(source);
    double[] coordinates =
        IntStream.range(0, 2 * source.size()).mapToDouble(i -> 7.0 * i % 101).toArray();
    Annotation annotation = Annotation.ofCoordinates(coordinates);

    Annotation before = mapping.apply(annotation.flipped(source, 96));
    Annotation behind = mapping.apply(annotation).flipped(mapping.target(), 96);

    for (int i = 0; i < behind.size(); i++) {
      assertThat(before.keypoint(i).distanceTo(behind.keypoint(i))).isLessThan(1e-9);
    }
  }

  @Test
  void it_is_the_same_to_go_from_98_to_15_by_way_of_68_but_for_the_eyes() throws IOException {
    SchemaMapping direct = MappingTable.find("98-to-15").from(SchemaPreset.WFLW_98.schema());
    SchemaMapping first = MappingTable.find("98-to-68").from(SchemaPreset.WFLW_98.schema());
    SchemaMapping second = MappingTable.find("68-to-15").from(SchemaPreset.IBUG_68.schema());
    List<Integer> different = new ArrayList<>();

    for (int i = 0; i < direct.target().size(); i++) {
      List<Integer> byWay =
          second.sources().get(i).stream().map(s -> first.sources().get(s).getFirst()).toList();
      if (!byWay.equals(direct.sources().get(i))) {
        different.add(i);
      }
    }

    assertThat(different).containsExactly(0, 1); // 98 landmarks have pupils
  }

  @Test
  void the_distance_of_the_eyes_is_between_the_same_corners() throws IOException {
    SchemaMapping mapping = MappingTable.find("98-to-68").from(SchemaPreset.WFLW_98.schema());
    IndexPair eyes = mapping.target().interOcularPairs().getFirst();

    assertThat(mapping.sources().get(eyes.first())).containsExactly(60);
    assertThat(mapping.sources().get(eyes.second())).containsExactly(72);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x,a d | map.csv, keypoint x: three has no keypoint d",
        "x,3 | map.csv, keypoint x: three has no keypoint 3",
        "x,99999999999 | three has no keypoint 99999999999",
        "x | map.csv, line 2: expected the name",
        ",a | map.csv, line 2: expected the name",
        "'x,a\nx,b' | map.csv, line 3: x is there twice",
      })
  void what_is_wrong_is_told_with_its_place(String rows, String told) {
    assertThatThrownBy(() -> mapping(rows))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining(told);
  }

  @Test
  void an_unknown_mapping_names_the_known_ones() {
    assertThatThrownBy(() -> MappingTable.find("68-to-16"))
        .isInstanceOf(DataSetException.class)
        .hasMessageContaining("68-to-15, 68-to-5");
  }
}
