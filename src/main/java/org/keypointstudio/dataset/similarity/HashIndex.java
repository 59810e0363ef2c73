package org.keypointstudio.dataset.similarity;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Finds hashes that differ in few bits without comparing each with each: multi-index hashing (M.
 * Norouzi, A. Punjani, D. J. Fleet, "Fast Search in Hamming Space with Multi-Index Hashing", 2012).
 *
 * <p>The bits of a hash are dealt out to parts. If two hashes differ in fewer than twice as many
 * bits as there are parts, one of the parts differs in at most one bit, so it is enough to look,
 * for each part in turn, at the hashes whose part is the same or one bit off. Neighbouring bits of
 * an image's hash say much the same, so each part takes bits from all over it.
 *
 * <p>Holds the hashes by one of their parts; immutable.
 */
final class HashIndex {
  /** So many that of near duplicates one part differs in at most one bit. */
  static final int PARTS = NearDuplicates.MOST_DIFFERING_BITS / 2 + 1;

  /** The bits of the longest parts. */
  private static final int PART_BITS = Math.ceilDiv(Thumbnail.HASH_BITS, PARTS);

  private static final int FEWEST_BUCKET_BITS = 4;
  private static final int MOST_BUCKET_BITS = 20;

  /** 2³² divided by the golden ratio: spreads keys over buckets. */
  private static final int SPREAD = 0x9e3779b9;

  private final int[] keys;
  private final int bucketBits;

  /** Where in {@link #members} each bucket begins; one more at the end. */
  private final int[] starts;

  /** Positions of hashes, bucket by bucket, in ascending order within each. */
  private final int[] members;

  /**
   * Hashes by one of their parts.
   *
   * @param part from 0 to {@link #PARTS} − 1
   */
  HashIndex(List<Thumbnail> thumbnails, int part) {
    keys = thumbnails.stream().mapToInt(it -> key(it, part)).toArray();
    bucketBits =
        Math.clamp(
            Integer.SIZE - Integer.numberOfLeadingZeros(keys.length),
            FEWEST_BUCKET_BITS,
            MOST_BUCKET_BITS);
    starts = new int[(1 << bucketBits) + 1];
    for (int key : keys) {
      starts[bucket(key) + 1]++;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    members = new int[keys.length];
    int[] next = starts.clone();
    for (int position = 0; position < keys.length; position++) {
      members[next[bucket(keys[position])]++] = position;
    }
  }

  /** The bits of a part, dealt out as cards are. */
  private static int key(Thumbnail thumbnail, int part) {
    int key = 0;
    for (int bit = part; bit < Thumbnail.HASH_BITS; bit += PARTS) {
      key = (key << 1) | (thumbnail.hashBit(bit) ? 1 : 0);
    }
    return key;
  }

  /** Whether this part of two hashes, by their positions, differs in at most one bit. */
  boolean isClose(int one, int other) {
    return Integer.bitCount(keys[one] ^ keys[other]) <= 1;
  }

  /**
   * Finds the hashes before a position whose part differs from that one's in at most one bit.
   *
   * @param found takes the position of each, once
   */
  void findBefore(int position, IntConsumer found) {
    int key = keys[position];
    findBefore(position, key, found);
    for (int bit = 0; bit < PART_BITS; bit++) {
      findBefore(position, key ^ (1 << bit), found);
    }
  }

  private void findBefore(int position, int key, IntConsumer found) {
    int bucket = bucket(key);
    for (int i = starts[bucket]; i < starts[bucket + 1] && members[i] < position; i++) {
      if (keys[members[i]] == key) {
        found.accept(members[i]);
      }
    }
  }

  private int bucket(int key) {
    return (key * SPREAD) >>> (Integer.SIZE - bucketBits);
  }
}
