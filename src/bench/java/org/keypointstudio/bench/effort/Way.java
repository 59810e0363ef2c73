package org.keypointstudio.bench.effort;

/** How missing points are labelled. */
enum Way {
  CLICK_EACH("click each point"),
  GUIDED("guided placing"),
  MEAN_SHAPE("ghosts of the mean shape"),
  MODEL("ghosts of a model"),
  RETRAINED("the same, retrained half-way");

  private final String title;

  Way(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
