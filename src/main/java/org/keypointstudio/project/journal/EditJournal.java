package org.keypointstudio.project.journal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.keypointstudio.edit.ChangeRecorder;
import org.keypointstudio.model.FaceLabels;

/**
 * Keeps every change of a document on the disk until the data file holds it. A change that comes
 * while another is being written is written together with those that wait, so that a slow disk is
 * asked less often and not more slowly.
 *
 * <p>{@link #record} returns once the change is on the disk, or after {@value #MOST_WAIT_MILLIS} ms
 * if the disk takes longer, and at once while it is behind: the window does not stand still then,
 * and the state that the listener is told says that the change is still being written.
 */
public final class EditJournal implements ChangeRecorder {
  private static final long MOST_WAIT_MILLIS = 40;

  private final JournalWriter writer;
  private final Executor executor;
  private final Consumer<JournalState> listener;
  private final InstantSource clock;
  private final Queue<Pending> waiting = new ConcurrentLinkedQueue<>();

  /** Held while the listener is told, so that it hears last what is true last. */
  private final Object telling = new Object();

  /**
   * Whether an earlier change is still being written: then nobody waits for the next ones either.
   */
  private volatile boolean behind;

  private record Pending(JournalWriter.Entry entry, CountDownLatch done) {}

  /**
   * The ports of a journal.
   *
   * @param disk where it is written
   * @param executor runs one action at a time, in order
   * @param clock for the times of the changes
   */
  public record Ports(JournalDisk disk, Executor executor, InstantSource clock) {}

  /**
   * A journal that is begun with the first change.
   *
   * @param onDisk the labels that the data file and the project folder hold
   * @param listener told how it stands, on any thread
   */
  public EditJournal(
      JournalSubject subject,
      List<FaceLabels> onDisk,
      Ports ports,
      Consumer<JournalState> listener) {
    this.writer = new JournalWriter(subject, onDisk, ports.disk(), ports.clock());
    this.executor = ports.executor();
    this.clock = ports.clock();
    this.listener = listener;
    executor.execute(writer::prepare);
  }

  @Override
  public void record(Map<Integer, FaceLabels> after) {
    Pending pending =
        new Pending(
            new JournalWriter.Entry(clock.instant(), Map.copyOf(after)), new CountDownLatch(1));
    waiting.add(pending);
    executor.execute(this::writeWaiting);
    if (behind || !awaitBriefly(pending.done())) {
      synchronized (telling) {
        if (pending.done().getCount() > 0) {
          behind = true;
          listener.accept(new JournalState.Writing());
        }
      }
    }
  }

  private void writeWaiting() {
    List<Pending> taken = new ArrayList<>();
    for (Pending next = waiting.poll(); next != null; next = waiting.poll()) {
      taken.add(next);
    }
    if (taken.isEmpty()) {
      return; // an earlier call took them
    }
    JournalState state = writer.write(taken.stream().map(Pending::entry).toList());
    synchronized (telling) {
      taken.forEach(pending -> pending.done().countDown());
      behind = !waiting.isEmpty();
      if (!behind) {
        listener.accept(state);
      }
    }
  }

  private static boolean awaitBriefly(CountDownLatch done) {
    try {
      return done.await(MOST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * The changes that a program which broke off left are made again by what is recorded next. The
   * journals in which they were found are deleted once they are on the disk in this one.
   */
  public void adopt(UnsavedWork work) {
    executor.execute(() -> writer.adopt(work.files()));
  }

  /**
   * The data file and the project folder hold these labels now. The journal begins anew with what
   * was changed since.
   *
   * @param subject the data set as it was saved, which may be in another place than before
   */
  public void saved(JournalSubject subject, List<FaceLabels> written) {
    List<FaceLabels> copy = List.copyOf(written);
    tell(() -> writer.rebase(subject, copy));
  }

  /** The changes are given up, or the data set is closed without any: no journal is left. */
  public void discard() {
    tell(writer::clear);
  }

  private void tell(Supplier<JournalState> action) {
    executor.execute(
        () -> {
          writeWaiting();
          JournalState state = action.get();
          synchronized (telling) {
            if (waiting.isEmpty()) { // else what waits is told of when it is written
              listener.accept(state);
            }
          }
        });
  }
}
