package org.keypointstudio.project.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keypointstudio.dataset.version.FileVersion;

/** The journals that are left in some folders. */
final class JournalFiles {
  private static final String PREFIX = "journal-";
  private static final String SUFFIX = ".jsonl";
  private static final int LONGEST_HEAD = 1 << 20;

  private JournalFiles() {}

  /**
   * What can be read of a journal.
   *
   * @param damaged lines in it that are not whole, apart from one that was cut off at its end
   */
  record Content(Path file, JournalHeader header, List<JournalRecord> records, int damaged) {}

  /**
   * What was found.
   *
   * @param journals those that no other one continues, oldest first
   * @param overtaken files that say nothing any more
   * @param problems sentences about files that cannot be read
   */
  record Found(List<Content> journals, List<Path> overtaken, List<String> problems) {}

  /** The file name of a journal. */
  static String name(String id) {
    return PREFIX + id + SUFFIX;
  }

  /** The id of the journal in a file. */
  static String id(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(PREFIX.length(), name.length() - SUFFIX.length());
  }

  /** Reads all journals of some folders, which need not exist, except for some. */
  static Found read(List<Path> folders, List<Path> except) {
    List<Content> contents = new ArrayList<>();
    List<Path> overtaken = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path file : list(folders, problems)) {
      if (except.contains(file)) {
        continue;
      }
      try {
        read(file, contents, overtaken);
      } catch (IOException problem) {
        problems.add(
            "The journal %s cannot be read (%s); it was left as it is."
                .formatted(file, problem.getMessage()));
      }
    }
    Set<String> continued = new HashSet<>();
    contents.forEach(content -> continued.addAll(content.header().continued()));
    List<Content> journals = new ArrayList<>();
    for (Content content : contents) {
      if (continued.contains(content.header().id()) || content.records().isEmpty()) {
        overtaken.add(content.file());
      } else {
        journals.add(content);
      }
    }
    journals.sort(Comparator.comparing(content -> content.header().started()));
    return new Found(List.copyOf(journals), List.copyOf(overtaken), List.copyOf(problems));
  }

  /** A journal in some folders that a later version of this program wrote; empty without one. */
  static Optional<Path> ofLaterVersion(List<Path> folders) {
    return list(folders, new ArrayList<>()).stream()
        .filter(JournalFiles::isOfLaterVersion)
        .findFirst();
  }

  private static boolean isOfLaterVersion(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return JournalLine.decode(in.readNBytes(LONGEST_HEAD)).whole().stream()
          .findFirst()
          .flatMap(FileVersion::ofText)
          .filter(head -> head.isLaterThan(JournalJson.FORMAT, JournalJson.VERSION))
          .isPresent();
    } catch (IOException _) {
      return false; // whoever reads it all tells the person
    }
  }

  private static void read(Path file, List<Content> contents, List<Path> overtaken)
      throws IOException {
    JournalLine.Lines lines = JournalLine.decode(Files.readAllBytes(file));
    if (lines.whole().isEmpty()) {
      overtaken.add(file); // it was cut off before any change was acknowledged
      return;
    }
    JournalHeader header = JournalJson.header(lines.whole().getFirst());
    List<JournalRecord> records = new ArrayList<>();
    for (String line : lines.whole().subList(1, lines.whole().size())) {
      records.add(JournalJson.entry(line, header));
    }
    contents.add(new Content(file, header, List.copyOf(records), lines.damaged()));
  }

  private static List<Path> list(List<Path> folders, List<String> problems) {
    List<Path> files = new ArrayList<>();
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (Stream<Path> entries = Files.list(folder)) {
        entries.filter(JournalFiles::isJournal).sorted().forEach(files::add);
      } catch (IOException problem) {
        problems.add(
            "The journals in %s cannot be listed: %s.".formatted(folder, problem.getMessage()));
      }
    }
    return files;
  }

  private static boolean isJournal(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(PREFIX) && name.endsWith(SUFFIX) && Files.isRegularFile(file);
  }
}
