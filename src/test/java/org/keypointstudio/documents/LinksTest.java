package org.keypointstudio.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No link of the documents leads nowhere, and every page is found from the first one. */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String folder : List.of("docs", "packaging", "sample-data")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
      }
    }
    try (Stream<Path> files = Files.list(Path.of(""))) {
      files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
    }
    return pages;
  }

  private static List<Path> targets(Path page) throws IOException {
    return LINK.matcher(Files.readString(page))
        .results()
        .map(link -> link.group(1))
        .filter(link -> !link.contains(":"))
        .map(link -> page.toAbsolutePath().resolveSibling(link).normalize())
        .toList();
  }

  @Test
  void every_link_to_a_file_leads_to_one() throws IOException {
    for (Path page : pages()) {
      assertThat(targets(page))
          .as("links in %s", page)
          .allSatisfy(file -> assertThat(file).exists());
    }
  }

  @Test
  void every_page_is_reached_from_the_index() throws IOException {
    Set<Path> reached = new LinkedHashSet<>();
    Deque<Path> next = new ArrayDeque<>(List.of(Path.of("docs/README.md").toAbsolutePath()));
    while (!next.isEmpty()) {
      Path page = next.pop();
      if (page.toString().endsWith(".md") && reached.add(page)) {
        next.addAll(targets(page));
      }
    }

    assertThat(reached)
        .containsAll(pages().stream().map(Path::toAbsolutePath).map(Path::normalize).toList());
  }
}
