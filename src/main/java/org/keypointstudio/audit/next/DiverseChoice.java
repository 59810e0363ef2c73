package org.keypointstudio.audit.next;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.keypointstudio.task.CancelToken;

/**
 * Chooses faces of which a model is unsure and that look unlike those that are labelled already:
 * the greedy solution of the k-centre problem (Gonzalez, 1985; for active learning: Sener and
 * Savarese, "Active learning for convolutional neural networks: a core-set approach", 2018) with
 * each distance weighted by the face's uncertainty.
 */
final class DiverseChoice {
  private final Looks looks;
  private final CancelToken cancelToken;

  /**
   * A face that can be chosen.
   *
   * @param face position in the data set
   * @param uncertainty its weight
   */
  record Candidate(int face, double uncertainty) {}

  DiverseChoice(Looks looks, CancelToken cancelToken) {
    this.looks = looks;
    this.cancelToken = cancelToken;
  }

  /**
   * The faces to label, the one that promises the most first.
   *
   * @param labelled faces that candidates are to be unlike
   * @param count how many are wanted
   * @throws IOException if an image cannot be read
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  List<FaceSuggestion> choose(List<Candidate> candidates, List<Integer> labelled, int count)
      throws IOException {
    float[][] vectors = new float[candidates.size()][];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = looks.look(candidates.get(i).face());
    }
    double[] novelty = new double[vectors.length];
    Arrays.fill(novelty, 1);
    for (int face : labelled) {
      approach(novelty, vectors, looks.look(face));
    }
    boolean[] taken = new boolean[vectors.length];
    List<FaceSuggestion> chosen = new ArrayList<>();
    while (chosen.size() < Math.min(count, vectors.length)) {
      int best = best(candidates, novelty, taken);
      taken[best] = true;
      Candidate candidate = candidates.get(best);
      chosen.add(
          new FaceSuggestion(
              candidate.face(),
              candidate.uncertainty(),
              novelty[best],
              candidate.uncertainty() * novelty[best]));
      approach(novelty, vectors, vectors[best]);
    }
    return List.copyOf(chosen);
  }

  /** Of faces that promise the same (nothing, where the pictures are the same) the first one. */
  private static int best(List<Candidate> candidates, double[] novelty, boolean[] taken) {
    int best = -1;
    double greatest = -1;
    for (int i = 0; i < novelty.length; i++) {
      double gain = candidates.get(i).uncertainty() * novelty[i];
      if (!taken[i] && gain > greatest) {
        best = i;
        greatest = gain;
      }
    }
    return best;
  }

  /** A face with this look is labelled, or about to be: those like it are less new. */
  private void approach(double[] novelty, float[][] vectors, float[] look) {
    cancelToken.throwIfCancelled();
    IntStream.range(0, vectors.length)
        .parallel()
        .forEach(i -> novelty[i] = Math.min(novelty[i], distance(vectors[i], look)));
  }

  /** Half the squared distance of the ends: 0 for the same direction, 1 from a right angle on. */
  private static double distance(float[] one, float[] other) {
    double product = 0;
    for (int i = 0; i < one.length; i++) {
      product += one[i] * other[i];
    }
    return Math.clamp(1 - product, 0, 1);
  }
}
