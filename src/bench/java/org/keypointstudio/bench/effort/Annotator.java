package org.keypointstudio.bench.effort;

import java.util.SplittableRandom;
import org.keypointstudio.model.Keypoint;

/**
 * A scripted annotator who never errs about what to do, and whose hand is as fast and as exact as
 * the literature says. Each method does one thing and adds what it costs.
 *
 * <ul>
 *   <li>Pointing and dragging: MacKenzie, Sellen and Buxton (CHI '91), mouse: −107 + 223·ID and 135
 *       + 249·ID milliseconds, ID = log₂(distance / width + 1).
 *   <li>A key: 0.28 s (average non-secretary typist), preparing mentally: 1.35 s (Card, Moran and
 *       Newell, Communications of the ACM 23, 1980).
 *   <li>A glance: 0.23 s, one fixation (Card, Moran and Newell, The Psychology of Human-Computer
 *       Interaction, 1983).
 * </ul>
 */
final class Annotator {
  static final double KEY_SECONDS = 0.28;
  static final double PREPARE_SECONDS = 1.35;
  static final double GLANCE_SECONDS = 0.23;

  /** The face as it fits a window of 1920 × 1080: canvas pixels per image pixel. */
  static final double ZOOM = 8;

  /** How exactly the annotator aims: so many image pixels about the place. */
  static final double TARGET_WIDTH = 2;

  /** 96 % of the hits are in the target: the effective width is 4.133 standard deviations. */
  private static final double DEVIATIONS_PER_WIDTH = 4.133;

  /** Standard deviation of the hand's hits in each coordinate, in image pixels. */
  static final double SCATTER = TARGET_WIDTH / DEVIATIONS_PER_WIDTH;

  private final SplittableRandom random;
  private double mouseX = 48;
  private double mouseY = 48;
  private Effort effort = Effort.NONE;

  Annotator(long seed) {
    random = new SplittableRandom(seed);
  }

  Effort effort() {
    return effort;
  }

  private void spend(int actions, double seconds) {
    effort = effort.plus(new Effort(actions, seconds));
  }

  void prepare() {
    spend(0, PREPARE_SECONDS);
  }

  void glance(int times) {
    spend(0, times * GLANCE_SECONDS);
  }

  void key() {
    spend(1, KEY_SECONDS);
  }

  /** Clicks where a keypoint is; gives where the hand really was. */
  Keypoint click(Keypoint place) {
    spend(1, pointing(place));
    return reach(place);
  }

  /** Takes a ghost and puts it where the keypoint is; gives where the hand really let go. */
  Keypoint drag(double fromX, double fromY, Keypoint place) {
    spend(0, pointing(Keypoint.visible(fromX, fromY)));
    mouseX = fromX;
    mouseY = fromY;
    spend(1, Math.max(0, 0.135 + 0.249 * difficulty(place)));
    return reach(place);
  }

  private double pointing(Keypoint place) {
    return Math.max(0, -0.107 + 0.223 * difficulty(place));
  }

  private double difficulty(Keypoint place) {
    double distance = ZOOM * Math.hypot(place.x() - mouseX, place.y() - mouseY);
    return Math.log(distance / (ZOOM * TARGET_WIDTH) + 1) / Math.log(2);
  }

  private Keypoint reach(Keypoint place) {
    mouseX = place.x();
    mouseY = place.y();
    return Keypoint.visible(
        place.x() + SCATTER * random.nextGaussian(), place.y() + SCATTER * random.nextGaussian());
  }
}
