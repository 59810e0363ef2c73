package org.keypointstudio.ui.canvas;

import java.util.Set;
import org.keypointstudio.ui.session.StudioSession;

/**
 * The keypoints that a person is busy with, by their indices in the schema.
 *
 * @param selected the one that keys act on, or −1
 * @param hovered the one under the mouse, or −1
 * @param group all that are selected together
 * @param moving those that the mouse moves at present
 */
public record KeypointsInHand(int selected, int hovered, Set<Integer> group, Set<Integer> moving) {

  /** Copies the sets. */
  public KeypointsInHand {
    group = Set.copyOf(group);
    moving = Set.copyOf(moving);
  }

  /** One selected keypoint at the most, none of them moving. */
  public static KeypointsInHand of(int selected, int hovered) {
    return new KeypointsInHand(
        selected, hovered, selected == StudioSession.NONE ? Set.of() : Set.of(selected), Set.of());
  }
}
