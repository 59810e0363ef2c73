package org.keypointstudio.ui.train;

import java.util.function.Consumer;
import org.keypointstudio.training.TrainingListener;
import org.keypointstudio.ui.thread.EveryValue;
import org.keypointstudio.ui.thread.UiThread;

/**
 * Passes everything that the training thread tells on to a listener on the window's thread, once a
 * frame, and loses nothing.
 */
final class FrameTrainingListener implements TrainingListener {
  private final EveryValue<Runnable> news;
  private final TrainingListener target;
  private final Consumer<String> notices;

  /**
   * A listener that stands before another one.
   *
   * @param notices takes what the person should know at once
   */
  FrameTrainingListener(UiThread uiThread, TrainingListener target, Consumer<String> notices) {
    this.target = target;
    this.notices = notices;
    this.news = new EveryValue<>(uiThread, Runnable::run);
  }

  @Override
  public void onStart(Start start) {
    news.offer(() -> target.onStart(start));
  }

  @Override
  public void onBatch(Batch batch) {
    news.offer(() -> target.onBatch(batch));
  }

  @Override
  public void onEpoch(Epoch epoch) {
    news.offer(() -> target.onEpoch(epoch));
  }

  @Override
  public void onNotice(String sentence) {
    news.offer(() -> notices.accept(sentence));
  }

  /** Passes on what waits. To be called on the window's thread when the run is over. */
  void flush() {
    news.flush();
  }
}
