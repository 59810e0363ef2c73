package org.keypointstudio.dataset.similarity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.task.TaskContext;

/**
 * Which faces of a data set show the same picture: those with equal pixels, and {@link
 * NearDuplicates}. What is like one of a group belongs to it. Immutable.
 */
public final class DuplicateGroups {
  private static final int FACES_PER_REPORT = 200;

  private final List<List<Integer>> groups;

  /** The number of each face's group, counted from 1; 0 for a face that is like no other. */
  private final int[] groupOf;

  private DuplicateGroups(List<List<Integer>> groups, int faces) {
    this.groups = groups.stream().map(List::copyOf).toList();
    this.groupOf = new int[faces];
    for (int group = 0; group < groups.size(); group++) {
      for (int face : groups.get(group)) {
        groupOf[face] = group + 1;
      }
    }
  }

  /** What is compared of an image. */
  private record Looked(Pixels pixels, Thumbnail thumbnail, boolean tells) {}

  /** Tells images apart as surely as 64 bits can. */
  private record Pixels(int width, int height, long hash) {}

  /**
   * Looks at all images, on all processors. One that cannot be read is like no other.
   *
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static DuplicateGroups find(FaceDataSet dataSet, TaskContext context) {
    AtomicInteger done = new AtomicInteger();
    List<Optional<Looked>> looked =
        IntStream.range(0, dataSet.size())
            .parallel()
            .mapToObj(
                face -> {
                  context.throwIfCancelled();
                  int images = done.incrementAndGet();
                  if (images % FACES_PER_REPORT == 0) {
                    context.report(images, dataSet.size(), "Looking for duplicates");
                  }
                  return look(dataSet, face);
                })
            .toList();
    FaceUnions unions = new FaceUnions(dataSet.size());
    Map<Pixels, Integer> firstOf = new HashMap<>();
    for (int face = 0; face < looked.size(); face++) {
      if (looked.get(face).isPresent()) {
        int present = face;
        unions.join(face, firstOf.computeIfAbsent(looked.get(face).get().pixels(), _ -> present));
      }
    }
    // Of faces with equal pixels one is compared for all.
    int[] telling =
        firstOf.values().stream()
            .mapToInt(Integer::intValue)
            .filter(face -> looked.get(face).orElseThrow().tells())
            .sorted()
            .toArray();
    List<Thumbnail> thumbnails =
        IntStream.of(telling).mapToObj(face -> looked.get(face).orElseThrow().thumbnail()).toList();
    context.report(-1, -1, "Comparing images");
    for (NearDuplicates.Pair pair : NearDuplicates.among(thumbnails, context.cancelToken())) {
      unions.join(telling[pair.first()], telling[pair.second()]);
    }
    return new DuplicateGroups(unions.groups(), dataSet.size());
  }

  private static Optional<Looked> look(FaceDataSet dataSet, int face) {
    try {
      var image = dataSet.image(face);
      byte[] pixels = new byte[image.size().pixelCount()];
      image.copyTo(pixels, 0);
      Thumbnail thumbnail = Thumbnail.of(image);
      return Optional.of(
          new Looked(
              new Pixels(image.width(), image.height(), hash(pixels)),
              thumbnail,
              Thumbnail.canTell(image, thumbnail)));
    } catch (IOException _) {
      // Whoever shows the face says what is wrong with its image.
      return Optional.empty();
    }
  }

  /** FNV-1a of 64 bits (G. Fowler, L. C. Noll, P. Vo, 1991), with a last mixing step. */
  private static long hash(byte[] pixels) {
    long hash = 0xcbf29ce484222325L;
    for (byte pixel : pixels) {
      hash = (hash ^ (pixel & 0xff)) * 0x100000001b3L;
    }
    return hash ^ (hash >>> 32);
  }

  /** The groups of two faces or more, in the order of their first faces; each in order too. */
  public List<List<Integer>> groups() {
    return groups;
  }

  /** The number of faces that were looked at. */
  public int faces() {
    return groupOf.length;
  }

  /** The number of a face's group, counted from 1; 0 if the face is like no other. */
  public int groupOf(int face) {
    return groupOf[face];
  }

  /** How many faces show this face's picture, itself included. */
  public int sizeOfGroup(int face) {
    return groupOf[face] == 0 ? 1 : groups.get(groupOf[face] - 1).size();
  }

  /** Faces that are joined step by step. */
  private static final class FaceUnions {
    private final int[] parent;

    FaceUnions(int faces) {
      parent = IntStream.range(0, faces).toArray();
    }

    void join(int first, int second) {
      int low = Math.min(root(first), root(second));
      int high = Math.max(root(first), root(second));
      parent[high] = low;
    }

    private int root(int face) {
      int root = face;
      while (parent[root] != root) {
        parent[root] = parent[parent[root]];
        root = parent[root];
      }
      return root;
    }

    List<List<Integer>> groups() {
      Map<Integer, List<Integer>> byRoot = new LinkedHashMap<>();
      for (int face = 0; face < parent.length; face++) {
        byRoot.computeIfAbsent(root(face), _ -> new ArrayList<>()).add(face);
      }
      return byRoot.values().stream().filter(group -> group.size() > 1).toList();
    }
  }
}
