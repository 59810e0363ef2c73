package org.keypointstudio.generate.face;

/** Derives independent seeds, so that one face never depends on how many others there are. */
public final class Seeds {
  private Seeds() {}

  /** A seed for part {@code index} of what {@code seed} stands for (the SplitMix64 finaliser). */
  public static long mix(long seed, long index) {
    long z = seed * 0x9E3779B97F4A7C15L + (index + 1) * 0xD1B54A32D192ED03L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
