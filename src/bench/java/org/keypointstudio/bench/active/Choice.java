package org.keypointstudio.bench.active;

/** How the next faces to label are chosen. */
enum Choice {
  RANDOM("at random"),
  SUGGESTED("suggested");

  private final String title;

  Choice(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
