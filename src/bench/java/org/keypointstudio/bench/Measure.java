package org.keypointstudio.bench;

/** What is timed. */
enum Measure {
  /** One step on 64 faces: forwards, mean squared error, backwards, optimizer. */
  TRAINING("training step", 64),
  /** The outputs of 64 faces. */
  INFERENCE("inference", 64),
  /** The outputs of one face. */
  ONE_FACE("one face", 1);

  private final String title;
  private final int faces;

  Measure(String title, int faces) {
    this.title = title;
    this.faces = faces;
  }

  String title() {
    return title;
  }

  /** Faces a step. */
  int faces() {
    return faces;
  }
}
