package org.keypointstudio.backend.dl4j;

import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** How many threads the native operations use. */
final class NativeThreads {
  private NativeThreads() {}

  /**
   * Uses as many threads as there are processors, for operations that the calling thread starts.
   * Left alone, the engine may guess twice as many, which halves its speed.
   */
  static void useAllProcessors() {
    int processors = count();
    Nd4j.getEnvironment().setMaxMasterThreads(processors);
    Nd4j.getEnvironment().setMaxThreads(processors);
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(processors);
  }

  static int count() {
    return Runtime.getRuntime().availableProcessors();
  }
}
