package org.keypointstudio.project.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keypointstudio.project.ProjectFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Earlier versions of a data file with its marks: one folder each in the project's folder {@code
 * backups}, named by the time at which it was overtaken.
 */
public final class Backups {
  private static final Logger LOG = LoggerFactory.getLogger(Backups.class);

  /** The time in UTC, to the millisecond, in characters that every file system takes. */
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final ProjectFolder project;
  private final InstantSource clock;

  /** The backups of a project. */
  public Backups(ProjectFolder project) {
    this(project, InstantSource.system());
  }

  /** The backups of a project, named by the times of a clock. */
  public Backups(ProjectFolder project, InstantSource clock) {
    this.project = project;
    this.clock = clock;
  }

  /**
   * An earlier version.
   *
   * @param overtaken when it was saved over
   * @param data its data file
   * @param marks its marks; the file need not exist
   * @param project of the data set that it is a version of
   */
  public record Version(Instant overtaken, Path data, Path marks, ProjectFolder project) {}

  /**
   * Keeps the present version of a data file, and deletes the oldest ones that are too many. Where
   * the file system can, the data file is kept under a second name without being copied: a save
   * puts another file in its place and never writes into it.
   *
   * @param dataFile what is about to be saved over; nothing happens if it does not exist yet
   * @param most how many versions are kept; 0 to keep none and leave those that there are
   * @return a sentence for the person if it could not be kept, which is no reason not to save
   */
  public Optional<String> keep(Path dataFile, int most) {
    if (most <= 0 || !Files.isRegularFile(dataFile)) {
      return Optional.empty();
    }
    try {
      Path folder = project.backups().resolve(NAME.format(nextTime()));
      Files.createDirectories(folder);
      Path kept = folder.resolve(String.valueOf(dataFile.getFileName()));
      Files.deleteIfExists(kept);
      linkOrCopy(dataFile.toRealPath(), kept);
      if (Files.isRegularFile(project.labels())) {
        Files.copy(
            project.labels(),
            folder.resolve(marksName()),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.COPY_ATTRIBUTES);
      }
      deleteOldest(most);
      return Optional.empty();
    } catch (IOException problem) {
      LOG.warn("No backup of {} can be kept", dataFile, problem);
      return Optional.of(
          "No backup of the earlier version could be kept in %s (%s): make room there, or check who may write."
              .formatted(project.backups(), problem.getMessage()));
    }
  }

  /** Later than all versions, even if the clock was set back: the oldest ones are deleted. */
  private Instant nextTime() throws IOException {
    Instant now = clock.instant();
    List<Path> folders = folders();
    return folders.isEmpty()
        ? now
        : time(folders.getLast())
            .map(latest -> latest.plusMillis(1))
            .filter(now::isBefore)
            .orElse(now);
  }

  private static void linkOrCopy(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (UnsupportedOperationException | IOException cause) {
      LOG.debug("{} is copied, since it cannot be linked", from, cause);
      Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private void deleteOldest(int most) throws IOException {
    List<Path> folders = folders();
    for (Path folder : folders.subList(0, Math.max(0, folders.size() - most))) {
      for (Path file : filesIn(folder)) {
        Files.delete(file);
      }
      Files.delete(folder);
    }
  }

  /**
   * The versions that there are, the latest first.
   *
   * @throws IOException if the folder cannot be listed
   */
  public List<Version> list() throws IOException {
    List<Version> versions = new ArrayList<>();
    for (Path folder : folders().reversed()) {
      Path marks = folder.resolve(marksName());
      Instant overtaken = time(folder).orElse(Instant.EPOCH);
      filesIn(folder).stream()
          .filter(file -> !file.equals(marks))
          .findFirst()
          .ifPresent(data -> versions.add(new Version(overtaken, data, marks, project)));
    }
    return List.copyOf(versions);
  }

  /** The folders of versions, the oldest first. */
  private List<Path> folders() throws IOException {
    if (!Files.isDirectory(project.backups())) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(project.backups())) {
      return folders
          .filter(folder -> time(folder).isPresent())
          .sorted(Comparator.comparing(folder -> String.valueOf(folder.getFileName())))
          .toList();
    }
  }

  private static Optional<Instant> time(Path folder) {
    try {
      return Optional.of(NAME.parse(String.valueOf(folder.getFileName()), Instant::from));
    } catch (DateTimeParseException _) {
      return Optional.empty(); // something that a person put there
    }
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private String marksName() {
    return String.valueOf(project.labels().getFileName());
  }
}
