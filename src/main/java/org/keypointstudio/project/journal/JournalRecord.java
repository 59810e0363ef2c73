package org.keypointstudio.project.journal;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.keypointstudio.model.FaceLabels;

/**
 * What one change made of its faces.
 *
 * @param time when
 * @param before the labels on disk of the faces that no earlier record of the journal changed
 * @param after the labels that the change gave each face
 */
record JournalRecord(
    Instant time, SortedMap<Integer, FaceLabels> before, SortedMap<Integer, FaceLabels> after) {

  /** Copies the maps. */
  JournalRecord {
    before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
    after = Collections.unmodifiableSortedMap(new TreeMap<>(after));
  }
}
