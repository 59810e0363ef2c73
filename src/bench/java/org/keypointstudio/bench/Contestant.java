package org.keypointstudio.bench;

import java.util.List;
import org.keypointstudio.backend.dl4j.Dl4jEngine;
import org.keypointstudio.backend.dl4j.NativeEngine;

/**
 * One of those who are measured. Each runs in a process of its own, because the native libraries
 * read their settings when they are loaded and would share threads and memory otherwise.
 */
enum Contestant {
  STOCK(
      "stock Deeplearning4j",
      "Deeplearning4j's layers as they come, without their oneDNN helpers, and the settings of Java"
          + " and of the system left alone"),
  LAYERS(
      "Deeplearning4j, cured",
      "the same layers with their oneDNN helpers and the settings of `packaging/launch`"),
  OURS("Keypoint Studio", "own steps over the native operations, with the same settings"),
  PYTORCH("PyTorch", "eager, channel after channel (NCHW), through DJL, as it comes"),
  PYTORCH_SETTINGS(
      "PyTorch, same environment",
      "the same with the environment of `packaging/launch`: waiting, memory"),
  PYTORCH_CHANNELS_LAST(
      "PyTorch, channels last", "with the channels of a pixel side by side, and that environment");

  private final String title;
  private final String description;

  Contestant(String title, String description) {
    this.title = title;
    this.description = description;
  }

  /** The name in the table. */
  String title() {
    return title;
  }

  /** What it is, for the person who reads the table. */
  String description() {
    return description;
  }

  /** Whether it runs with the flags of Java of the launcher. */
  boolean isLaunchedAsTheProgram() {
    return this == LAYERS || this == OURS;
  }

  /** Whether it has the environment of the launcher. */
  boolean hasTheProgramsEnvironment() {
    return this != STOCK && this != PYTORCH;
  }

  /** Flags of Java that it needs besides. */
  List<String> javaOptions() {
    return switch (this) {
      case STOCK -> List.of("-Xmx4g");
      case LAYERS, OURS -> List.of();
      case PYTORCH, PYTORCH_SETTINGS, PYTORCH_CHANNELS_LAST ->
          List.of(
              "-Xmx2g",
              "-Dai.djl.pytorch.num_threads=" + Runtime.getRuntime().availableProcessors(),
              "-Dai.djl.offline=true");
    };
  }

  /** The network of a batch in its hands. */
  Workload workload(BenchBatch batch) {
    return switch (this) {
      case STOCK, LAYERS -> new EngineWorkload(new Dl4jEngine(), batch);
      case OURS -> new EngineWorkload(new NativeEngine(), batch);
      case PYTORCH, PYTORCH_SETTINGS -> new TorchWorkload(batch, false);
      case PYTORCH_CHANNELS_LAST -> new TorchWorkload(batch, true);
    };
  }
}
