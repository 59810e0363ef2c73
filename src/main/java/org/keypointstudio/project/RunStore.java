package org.keypointstudio.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keypointstudio.training.ModelKind;
import org.keypointstudio.training.RunRecord;
import org.keypointstudio.training.loop.Checkpoint;
import org.keypointstudio.training.loop.RunPlan;
import org.keypointstudio.training.loop.RunProgress;

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
   * A run that broke off and can be resumed.
   *
   * @param path its folder
   * @param plan what it is
   * @param progress how far it had come when it was saved last
   */
  public record InterruptedRun(Path path, RunPlan plan, RunProgress progress) {
    /**
     * The run in a folder, if one was begun there that neither ended nor goes on now.
     *
     * @throws IOException with a sentence for the person if what was saved of it is not whole
     */
    public static Optional<InterruptedRun> in(RunFolder folder) throws IOException {
      if (!folder.isInterrupted()) {
        return Optional.empty();
      }
      Checkpoint last = folder.readSavedRun().last();
      return Optional.of(new InterruptedRun(folder.path(), last.plan(), last.progress()));
    }

    /** The name of its folder. */
    public String name() {
      return String.valueOf(path.getFileName());
    }
  }

  /**
   * The whole runs, those that can be resumed, and what is wrong with the others. A run that trains
   * at this moment is none of them.
   *
   * @param runs the latest first
   * @param interrupted by a crash, the latest first
   * @param problems a sentence for each folder that looks like a run and is not whole
   */
  public record Listing(
      List<StoredRun> runs, List<InterruptedRun> interrupted, List<String> problems) {
    /** Copies the lists. */
    public Listing {
      runs = List.copyOf(runs);
      interrupted = List.copyOf(interrupted);
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
    List<InterruptedRun> interrupted = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (RunFolder run : runFolders()) {
      try {
        if (run.exists()) {
          runs.add(new StoredRun(run.path(), run.readRecord()));
        } else {
          InterruptedRun.in(run).ifPresent(interrupted::add);
        }
      } catch (IOException problem) {
        problems.add(String.valueOf(problem.getMessage()));
      }
    }
    runs.sort(Comparator.comparing((StoredRun run) -> run.record().startedAt()).reversed());
    interrupted.sort(
        Comparator.comparing((InterruptedRun run) -> run.plan().startedAt()).reversed());
    return new Listing(runs, interrupted, problems);
  }

  private List<RunFolder> runFolders() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(Files::isDirectory)
          .filter(child -> !isHidden(child))
          .sorted()
          .map(RunFolder::new)
          .toList();
    }
  }

  /** Whether it is a run that is being written or deleted. */
  private static boolean isHidden(Path child) {
    return String.valueOf(child.getFileName()).startsWith(".");
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
