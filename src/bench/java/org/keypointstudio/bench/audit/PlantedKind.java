package org.keypointstudio.bench.audit;

/** A way in which labels go wrong. */
enum PlantedKind {
  /** The two points of a left and right pair change places. */
  PAIR_SWAPPED("sides of a pair swapped"),
  /** All left and right points change places. */
  FACE_SWAPPED("whole face swapped"),
  /** A point is 4 px off. */
  MOVED_4("moved by 4 px"),
  /** A point is 8 px off. */
  MOVED_8("moved by 8 px"),
  /** A point is 16 px off. */
  MOVED_16("moved by 16 px"),
  /** Two points that are no left and right pair change places. */
  EXCHANGED("two points exchanged"),
  /** All points are those of a face of another group. */
  OTHER_FACE("another face's labels");

  private final String title;

  PlantedKind(String title) {
    this.title = title;
  }

  /** What a reader sees. */
  String title() {
    return title;
  }
}
