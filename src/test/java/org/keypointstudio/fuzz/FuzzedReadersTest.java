package org.keypointstudio.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mvn -Pfuzz verify} found once, and a few mutations of each seed. */
class FuzzedReadersTest {
  private static final int MUTATIONS = 30;

  private @TempDir Path folder;

  private Path prepared(FuzzedReader reader, String name) throws IOException {
    Path own = Files.createDirectories(folder.resolve(reader.id() + name));
    reader.prepare(own);
    return own;
  }

  @TestFactory
  List<DynamicTest> what_the_own_writers_made_is_read() {
    return FuzzedReaders.all().stream()
        .map(
            reader ->
                DynamicTest.dynamicTest(
                    reader.id(),
                    () -> {
                      Path own = prepared(reader, "-seeds");
                      for (byte[] seed : reader.seeds().make()) {
                        assertThat(reader.feed(own, seed)).isTrue();
                      }
                    }))
        .toList();
  }

  @TestFactory
  List<DynamicTest> damaged_files_are_read_or_refused_in_one_sentence() {
    return FuzzedReaders.all().stream()
        .map(
            reader ->
                DynamicTest.dynamicTest(
                    reader.id(),
                    () -> {
                      Path own = prepared(reader, "-damaged");
                      Random random = new Random(reader.id().hashCode());
                      for (byte[] seed : reader.seeds().make()) {
                        for (int i = 0; i < MUTATIONS; i++) {
                          reader.feed(own, damaged(seed, random));
                        }
                      }
                    }))
        .toList();
  }

  private static byte[] damaged(byte[] whole, Random random) {
    int length = random.nextInt(4) == 0 ? random.nextInt(whole.length + 1) : whole.length;
    byte[] damaged = Arrays.copyOf(whole, length);
    for (int i = 0; i < Math.min(length, 1 + random.nextInt(4)); i++) {
      damaged[random.nextInt(length)] = (byte) random.nextInt(256);
    }
    return damaged;
  }

  @TestFactory
  List<DynamicTest> what_was_found_once_is_read_or_refused_in_one_sentence()
      throws IOException, URISyntaxException {
    List<DynamicTest> tests = new ArrayList<>();
    for (FuzzedReader reader : FuzzedReaders.all()) {
      URL findings = FuzzedReadersTest.class.getResource("/fuzz/" + reader.id());
      if (findings != null) {
        try (Stream<Path> files = Files.list(Path.of(findings.toURI()))) {
          for (Path file : files.sorted().toList()) {
            tests.add(
                DynamicTest.dynamicTest(
                    reader.id() + ": " + file.getFileName(),
                    () ->
                        assertThatCode(
                                () ->
                                    reader.feed(
                                        prepared(reader, "-found"), Files.readAllBytes(file)))
                            .doesNotThrowAnyException()));
          }
        }
      }
    }
    return tests;
  }
}
