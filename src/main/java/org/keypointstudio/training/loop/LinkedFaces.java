package org.keypointstudio.training.loop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.keypointstudio.dataset.similarity.NearDuplicates;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.task.CancelToken;
import org.keypointstudio.training.TrainingFaces;

/**
 * Which faces must not be torn apart: faces with the same pixels, faces that are near duplicates
 * ({@link NearDuplicates}), and faces whose group has the same name.
 */
final class LinkedFaces {
  private LinkedFaces() {}

  /**
   * The groups in the order of their first faces: connected by like pixels or equal names.
   *
   * @param rows positions of the faces to look at, ascending
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  static List<List<Integer>> groups(
      TrainingFaces faces, List<Integer> rows, CancelToken cancelToken) {
    int[] parent = IntStream.range(0, faces.size()).toArray();
    Map<String, Integer> firstOf = new HashMap<>();
    for (int row : rows) {
      join(parent, row, firstOf.computeIfAbsent("pixels " + pixelHash(faces, row), _ -> row));
      if (!faces.groups().isEmpty()) {
        join(parent, row, firstOf.computeIfAbsent("group " + faces.groups().get(row), _ -> row));
      }
    }
    List<GrayImage> images = rows.stream().map(faces.images()::get).toList();
    for (NearDuplicates.Pair pair : NearDuplicates.pairs(images, cancelToken)) {
      join(parent, rows.get(pair.first()), rows.get(pair.second()));
    }
    Map<Integer, List<Integer>> byRoot = new LinkedHashMap<>();
    for (int row : rows) {
      byRoot.computeIfAbsent(root(parent, row), _ -> new ArrayList<>()).add(row);
    }
    return new ArrayList<>(byRoot.values());
  }

  private static String pixelHash(TrainingFaces faces, int row) {
    GrayImage image = faces.images().get(row);
    byte[] pixels = new byte[image.size().pixelCount()];
    image.copyTo(pixels, 0);
    return image.size() + " " + Sha256.hex(pixels);
  }

  private static void join(int[] parent, int first, int second) {
    int low = Math.min(root(parent, first), root(parent, second));
    int high = Math.max(root(parent, first), root(parent, second));
    parent[high] = low;
  }

  private static int root(int[] parent, int row) {
    int root = row;
    while (parent[root] != root) {
      root = parent[root];
    }
    int step = row;
    while (parent[step] != root) {
      int next = parent[step];
      parent[step] = root;
      step = next;
    }
    return root;
  }
}
