package org.keypointstudio.project.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.project.labels.LabelsHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a journal where that is possible. When a place fails, everything unsaved is written to the
 * next one. Confined to one thread at a time.
 */
final class JournalWriter {
  private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);

  /** A journal that has grown to this is written anew, without what was overtaken. */
  private static final long MOST_BYTES = 64_000_000;

  private JournalSubject subject;
  private final JournalDisk disk;
  private final InstantSource clock;
  private List<FaceLabels> onDisk;
  private Optional<String> hashOfOnDisk = Optional.empty();

  /** The latest labels of the faces that were changed since the labels on disk were written. */
  private final SortedMap<Integer, FaceLabels> changed = new TreeMap<>();

  /** Every journal that was begun and is still there, by its id. */
  private final Map<String, Path> files = new HashMap<>();

  /** Changes since the last save, and between the last two: a save that runs may write any. */
  private List<Entry> recent = new ArrayList<>();

  private List<Entry> older = new ArrayList<>();

  private @Nullable OpenJournal open;

  private long openBytes;

  private record OpenJournal(Path file, JournalDisk.Appender appender, String elsewhere) {}

  /** A change that is to be written. */
  record Entry(Instant time, Map<Integer, FaceLabels> after) {}

  JournalWriter(
      JournalSubject subject, List<FaceLabels> onDisk, JournalDisk disk, InstantSource clock) {
    this.subject = subject;
    this.onDisk = List.copyOf(onDisk);
    this.disk = disk;
    this.clock = clock;
  }

  /**
   * Does beforehand what takes long, so that the first change need not wait for it: the hash of
   * many faces, and loading what writes records.
   */
  void prepare() {
    hash();
    if (!onDisk.isEmpty()) {
      SortedMap<Integer, FaceLabels> face = new TreeMap<>(Map.of(0, onDisk.getFirst()));
      byte[] unused = lines(List.of(new JournalRecord(clock.instant(), new TreeMap<>(), face)));
      LOG.debug("A record of a journal takes {} bytes", unused.length);
    }
  }

  private String hash() {
    String hash = hashOfOnDisk.orElseGet(() -> LabelsHash.of(onDisk));
    hashOfOnDisk = Optional.of(hash);
    return hash;
  }

  /** Writes changes, and tells how the journal stands then. */
  JournalState write(List<Entry> entries) {
    List<JournalRecord> records = new ArrayList<>();
    for (Entry entry : entries) {
      SortedMap<Integer, FaceLabels> before = new TreeMap<>();
      for (int face : entry.after().keySet()) {
        if (!changed.containsKey(face)) {
          before.put(face, onDisk.get(face));
        }
      }
      changed.putAll(entry.after());
      records.add(new JournalRecord(entry.time(), before, new TreeMap<>(entry.after())));
    }
    OpenJournal present = open;
    recent.addAll(entries);
    byte[] lines = lines(records);
    openBytes += lines.length;
    if (openBytes > MOST_BYTES) {
      older.clear();
      recent.clear();
    }
    if (present == null || openBytes > MOST_BYTES) {
      return begin("");
    }
    try {
      present.appender().append(lines);
      return new JournalState.Kept(entries.getLast().time(), present.file(), present.elsewhere());
    } catch (IOException problem) {
      LOG.warn("The journal {} cannot be written; it moves: {}", present.file(), reason(problem));
      return begin("%s could not be written (%s)".formatted(present.file(), reason(problem)));
    }
  }

  /** Journals of programs that broke off, whose content this one repeats from its next file on. */
  void adopt(List<Path> left) {
    left.forEach(file -> files.put(JournalFiles.id(file), file));
  }

  /** Other labels are on disk now; only what differs from them is still to be kept. */
  JournalState rebase(JournalSubject newSubject, List<FaceLabels> written) {
    subject = newSubject;
    onDisk = List.copyOf(written);
    hashOfOnDisk = Optional.empty();
    older = recent;
    recent = new ArrayList<>();
    changed.entrySet().removeIf(entry -> onDisk.get(entry.getKey()).equals(entry.getValue()));
    return changed.isEmpty() ? clear() : begin("");
  }

  /** Nothing needs to be kept any more. */
  JournalState clear() {
    closeOpen();
    changed.clear();
    older.clear();
    recent.clear();
    deleteFiles();
    if (!files.isEmpty()) {
      // A journal that cannot be deleted would offer old changes; an empty one overrules it.
      begin("");
      closeOpen();
    }
    return new JournalState.Empty();
  }

  /** Begins a journal in the first place that takes it, with everything that is unsaved. */
  private JournalState begin(String reason) {
    closeOpen();
    String lastReason = reason;
    for (Path folder : subject.folders()) {
      try {
        return beginIn(folder, lastReason);
      } catch (IOException problem) {
        LOG.warn("No journal can be begun in {}: {}", folder, reason(problem));
        lastReason = "%s could not be written (%s)".formatted(folder, reason(problem));
      }
    }
    return new JournalState.Failing(lastReason);
  }

  private JournalState beginIn(Path folder, String reason) throws IOException {
    Instant now = clock.instant();
    JournalHeader header =
        new JournalHeader(
            UUID.randomUUID().toString(),
            List.copyOf(files.keySet()),
            subject.pathFrom(folder),
            subject.schema().keypointNames(),
            onDisk.size(),
            hash(),
            now);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(JournalLine.encode(JournalJson.write(header)));
    if (!changed.isEmpty()) {
      SortedMap<Integer, FaceLabels> before = new TreeMap<>();
      changed.keySet().forEach(face -> before.put(face, onDisk.get(face)));
      content.writeBytes(lines(List.of(new JournalRecord(now, before, new TreeMap<>()))));
      content.writeBytes(lines(statesInBetween()));
      content.writeBytes(lines(List.of(new JournalRecord(now, new TreeMap<>(), changed))));
    }
    Path file = folder.resolve(JournalFiles.name(header.id()));
    JournalDisk.Appender appender = disk.create(file, content.toByteArray());
    boolean preferred = folder.equals(subject.folders().getFirst());
    open = new OpenJournal(file, appender, preferred ? "" : reason);
    openBytes = 0;
    deleteFiles();
    files.put(header.id(), file);
    return new JournalState.Kept(now, file, open.elsewhere());
  }

  /** What a save that runs may be writing of the changed faces, so that it is known for our own. */
  private List<JournalRecord> statesInBetween() {
    List<JournalRecord> records = new ArrayList<>();
    for (List<Entry> entries : List.of(older, recent)) {
      for (Entry entry : entries) {
        SortedMap<Integer, FaceLabels> after = new TreeMap<>(entry.after());
        after.keySet().retainAll(changed.keySet());
        records.add(new JournalRecord(entry.time(), new TreeMap<>(), after));
      }
    }
    return records;
  }

  private void deleteFiles() {
    files
        .entrySet()
        .removeIf(
            entry -> {
              try {
                disk.delete(entry.getValue());
                return true;
              } catch (IOException problem) {
                LOG.warn("The journal {} cannot be deleted: {}", entry.getValue(), reason(problem));
                return false;
              }
            });
  }

  private void closeOpen() {
    OpenJournal closing = open;
    open = null;
    if (closing != null) {
      try {
        closing.appender().close();
      } catch (IOException problem) {
        LOG.warn("The journal {} cannot be closed", closing.file(), problem);
      }
    }
  }

  private static byte[] lines(List<JournalRecord> records) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    records.forEach(entry -> lines.writeBytes(JournalLine.encode(JournalJson.write(entry))));
    return lines.toByteArray();
  }

  private static String reason(IOException problem) {
    return problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
  }
}
