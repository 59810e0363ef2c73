package org.keypointstudio.project.journal;

import java.time.Instant;
import java.util.List;

/**
 * The first record of a journal: what its changes are changes of.
 *
 * @param id tells it from other journals
 * @param continued ids of the journals whose content is repeated in this one
 * @param dataSet the data file, as a path from the folder of the journal if that has one
 * @param keypoints names of the keypoints in the schema's order
 * @param faces the number of faces
 * @param labels the hash of the coordinates that are on disk
 * @param started when it was begun
 */
record JournalHeader(
    String id,
    List<String> continued,
    String dataSet,
    List<String> keypoints,
    int faces,
    String labels,
    Instant started) {

  /** Copies the lists. */
  JournalHeader {
    continued = List.copyOf(continued);
    keypoints = List.copyOf(keypoints);
  }
}
