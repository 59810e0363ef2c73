package org.keypointstudio.cli;

import java.util.Locale;
import org.keypointstudio.edit.merge.Side;

/** Where the conflicts of a merge go. */
enum MergeRule {
  /** To the first file. */
  OURS,
  /** To the second file. */
  THEIRS,
  /** Nowhere: nothing is written if there are any. */
  FAIL;

  /** What it is called on the command line. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The side whose values stand for conflicts meanwhile. */
  Side side() {
    return this == THEIRS ? Side.THEIRS : Side.OURS;
  }
}
