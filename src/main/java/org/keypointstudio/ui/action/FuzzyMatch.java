package org.keypointstudio.ui.action;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Finds names by a few of their letters: all letters of the query have to come in the name, in
 * their order. Letters that begin a word or follow each other count more.
 */
public final class FuzzyMatch {
  private static final int LETTER = 1;
  private static final int WORD_BEGINS = 8;
  private static final int FOLLOWS = 5;
  private static final int NO_WAY = Integer.MIN_VALUE / 2;

  private FuzzyMatch() {}

  /**
   * How well a name fits.
   *
   * @param query letters; spaces and case do not matter
   * @return more for a better fit; empty if it does not fit
   */
  public static OptionalInt score(String query, String name) {
    String letters = query.toLowerCase(Locale.ROOT).replace(" ", "");
    String text = name.toLowerCase(Locale.ROOT);
    // best[j]: the best score of the letters so far with the last of them at position j of the name
    int[] best = new int[text.length()];
    int overall = 0;
    for (int i = 0; i < letters.length(); i++) {
      overall = NO_WAY;
      int[] next = new int[text.length()];
      int before = i == 0 ? 0 : NO_WAY;
      for (int j = 0; j < text.length(); j++) {
        next[j] = NO_WAY;
        if (text.charAt(j) == letters.charAt(i)) {
          int following = i > 0 && j > 0 ? best[j - 1] + FOLLOWS : NO_WAY;
          next[j] = Math.max(before, following) + LETTER + (beginsWord(text, j) ? WORD_BEGINS : 0);
        }
        overall = Math.max(overall, next[j]);
        if (i > 0) {
          before = Math.max(before, best[j]);
        }
      }
      best = next;
    }
    return overall < 0 ? OptionalInt.empty() : OptionalInt.of(overall);
  }

  private static boolean beginsWord(String text, int position) {
    return position == 0
        || (!Character.isLetterOrDigit(text.charAt(position - 1))
            && Character.isLetterOrDigit(text.charAt(position)));
  }
}
