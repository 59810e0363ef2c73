package org.nd4j.nativeblas;

/**
 * Stands under a name that Deeplearning4j 1.0.0-M2.1 looks up by reflection before it uses its
 * oneDNN layer helpers. The class moved to another package in that version while the look-up did
 * not, so without this one the helpers never load and training takes four times as long.
 */
public final class Nd4jCpu {
  private Nd4jCpu() {}

  /** Passes the question on to the class at its present place. */
  public static final class Environment {
    private static final Environment INSTANCE = new Environment();

    private Environment() {}

    /** The only instance. */
    public static Environment getInstance() {
      return INSTANCE;
    }

    /** Whether the native library may use oneDNN. */
    public boolean isUseMKLDNN() {
      return org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment.getInstance().isUseONEDNN();
    }
  }
}
