package org.keypointstudio.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The changes made so far, and the position in them: undo moves back, redo forward. */
final class UndoHistory {
  private final List<Change> changes = new ArrayList<>();
  private int position;
  private boolean mergeAllowed;

  /** Takes a change that was just made; what was undone before is forgotten. */
  void add(Change change) {
    changes.subList(position, changes.size()).clear();
    Optional<Change> merged =
        mergeAllowed && position > 0 ? changes.getLast().mergedWith(change) : Optional.empty();
    if (merged.isPresent()) {
      changes.set(position - 1, merged.get());
    } else {
      changes.add(change);
      position++;
    }
    mergeAllowed = true;
  }

  /** The next change is a step of its own, even if it could be merged with the last one. */
  void preventMerge() {
    mergeAllowed = false;
  }

  /** Steps back over a change and gives it. */
  Optional<Change> stepBack() {
    preventMerge();
    return position == 0 ? Optional.empty() : Optional.of(changes.get(--position));
  }

  /** Steps forward over a change and gives it. */
  Optional<Change> stepForward() {
    preventMerge();
    return position == changes.size() ? Optional.empty() : Optional.of(changes.get(position++));
  }

  boolean canStepBack() {
    return position > 0;
  }

  boolean canStepForward() {
    return position < changes.size();
  }

  List<Change> changes() {
    return List.copyOf(changes);
  }

  int position() {
    return position;
  }
}
