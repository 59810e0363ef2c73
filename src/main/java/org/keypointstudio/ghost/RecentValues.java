package org.keypointstudio.ghost;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * Values that are costly to make, of which those that were used last are kept. May be used from any
 * thread.
 */
final class RecentValues<K, V> {
  private final int most;

  /** The value that was used longest ago comes first. */
  private final SequencedMap<K, V> values = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Nothing is kept yet.
   *
   * @param most how many values are kept
   */
  RecentValues(int most) {
    this.most = most;
  }

  /**
   * The value of a key, which is made if it is not at hand. Two threads that ask at the same time
   * may both make it.
   */
  V get(K key, Function<? super K, ? extends V> make) {
    Optional<V> present = present(key);
    if (present.isPresent()) {
      return present.get();
    }
    V made = make.apply(key);
    keep(key, made);
    return made;
  }

  private synchronized Optional<V> present(K key) {
    return Optional.ofNullable(values.get(key));
  }

  private synchronized void keep(K key, V made) {
    values.put(key, made);
    while (values.size() > most) {
      Map.Entry<K, V> _ = values.pollFirstEntry();
    }
  }
}
