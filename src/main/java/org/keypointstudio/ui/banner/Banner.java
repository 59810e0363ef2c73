package org.keypointstudio.ui.banner;

import java.util.List;

/**
 * A message that stays over the workspace until it is answered or no longer true. The person can go
 * on meanwhile.
 *
 * @param topic what it is about; a new banner of the same topic takes the place of the old one
 * @param text one or two sentences
 * @param answers what can be done about it, the best one first
 */
public record Banner(Topic topic, String text, List<Answer> answers) {

  /** What a banner is about. */
  public enum Topic {
    /** Changes that an earlier program left unsaved. */
    UNSAVED_WORK,
    /** The data set can be looked at only. */
    READ_ONLY,
    /** The data file was changed by another program. */
    CHANGED_OUTSIDE
  }

  /**
   * Something that can be done.
   *
   * @param text of the button
   * @param explanation its tooltip
   * @param action what it does
   */
  public record Answer(String text, String explanation, Runnable action) {}

  /** Copies the list. */
  public Banner {
    answers = List.copyOf(answers);
  }
}
