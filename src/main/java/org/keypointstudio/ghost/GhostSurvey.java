package org.keypointstudio.ghost;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.keypointstudio.model.Annotation;

/**
 * How many ghosts of many faces are how sure, so that a person sees what would be accepted before
 * it is.
 */
public final class GhostSurvey {
  private final float[] ghosts;
  private final float[] surestOfFace;

  private GhostSurvey(float[] ghosts, float[] surestOfFace) {
    this.ghosts = ghosts;
    this.surestOfFace = surestOfFace;
  }

  /**
   * The survey of some faces.
   *
   * @param faces their positions in the data set
   * @param annotations the annotation of a face
   */
  public static GhostSurvey of(
      GhostSource source, List<Integer> faces, IntFunction<Annotation> annotations) {
    Floats ghosts = new Floats();
    Floats surestOfFace = new Floats();
    for (int face : faces) {
      float surest = -1;
      for (Ghost ghost : source.ghosts(face, annotations.apply(face))) {
        ghosts.add((float) ghost.confidence());
        surest = Math.max(surest, (float) ghost.confidence());
      }
      if (surest >= 0) {
        surestOfFace.add(surest);
      }
    }
    return new GhostSurvey(ghosts.sorted(), surestOfFace.sorted());
  }

  /** Of how many ghosts the confidence is at least this, 0 to 1. */
  public int ghosts(double threshold) {
    return countFrom(ghosts, threshold);
  }

  /** How many faces have such a ghost. */
  public int faces(double threshold) {
    return countFrom(surestOfFace, threshold);
  }

  private static int countFrom(float[] sorted, double threshold) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < (float) threshold) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return sorted.length - low;
  }

  /** A list of numbers that grows; boxed, those of a large data set would not fit in memory. */
  private static final class Floats {
    private float[] values = new float[64];
    private int size;

    void add(float value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    float[] sorted() {
      float[] sorted = Arrays.copyOf(values, size);
      Arrays.sort(sorted);
      return sorted;
    }
  }
}
