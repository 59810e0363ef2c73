package org.keypointstudio.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.RunRecord;

/** The folder in which the runs of a data set lie side by side. */
public final class RunStore {
  private final Path folder;

  /** The runs in a folder, which need not exist yet. */
  public RunStore(Path folder) {
    this.folder = folder;
  }

  /**
   * A run in the store.
   *
   * @param path its folder
   * @param record how it went
   */
  public record StoredRun(Path path, RunRecord record) {
    /** The name of its folder. */
    public String name() {
      return String.valueOf(path.getFileName());
    }
  }

  /**
   * The whole runs and what is wrong with the others.
   *
   * @param runs the latest first
   * @param problems a sentence for each folder that looks like a run and is not whole
   */
  public record Listing(List<StoredRun> runs, List<String> problems) {
    /** Copies the lists. */
    public Listing {
      runs = List.copyOf(runs);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads the records of all runs.
   *
   * @throws IOException if the folder cannot be read
   */
  public Listing list() throws IOException {
    List<StoredRun> runs = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (RunFolder run : runFolders()) {
      try {
        runs.add(new StoredRun(run.path(), run.readRecord()));
      } catch (IOException problem) {
        problems.add(String.valueOf(problem.getMessage()));
      }
    }
    runs.sort(Comparator.comparing((StoredRun run) -> run.record().startedAt()).reversed());
    return new Listing(runs, problems);
  }

  private List<RunFolder> runFolders() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().map(RunFolder::new).filter(RunFolder::exists).toList();
    }
  }

  /** A folder for the next run of a network: {@code cnn-1}, {@code cnn-2}, and so on. */
  public Path nextFolder(ModelKind model) {
    int number = 1;
    while (Files.exists(folder.resolve(model.id() + "-" + number))) {
      number++;
    }
    return folder.resolve(model.id() + "-" + number);
  }
}
