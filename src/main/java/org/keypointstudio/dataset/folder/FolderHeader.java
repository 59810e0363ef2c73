package org.keypointstudio.dataset.folder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.Excerpt;
import org.keypointstudio.dataset.csv.KeypointColumns;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.schema.SchemaGuess;

/**
 * Understands the header of a CSV beside images: first the file's name, then the coordinates. Where
 * columns end in x and y those are pairs, and other columns are kept and not looked at; else all
 * columns in turn are x and y of {@code point_0}, {@code point_1} and so on.
 */
final class FolderHeader {
  private FolderHeader() {}

  /** The columns x and y of one keypoint; −1 while none was found. */
  private record Pair(int x, int y) {
    Pair with(boolean isX, int column) {
      return isX ? new Pair(column, y) : new Pair(x, column);
    }

    boolean isWhole() {
      return x >= 0 && y >= 0;
    }
  }

  /** The columns of a header. */
  static KeypointColumns parse(String fileName, List<String> names) throws DataSetException {
    Map<String, Pair> pairs = namedPairs(fileName, names);
    if (pairs.isEmpty()) {
      pairs = pairsInTurn(fileName, names);
    }
    for (Map.Entry<String, Pair> pair : pairs.entrySet()) {
      if (!pair.getValue().isWhole()) {
        throw new DataSetException(
            "%s, header: of the keypoint %s there is only one coordinate; expected one column for x and one for y."
                .formatted(fileName, Excerpt.of(pair.getKey())));
      }
    }
    KeypointSchema schema = SchemaGuess.of(new ArrayList<>(pairs.keySet()));
    int[] coordinates = new int[names.size()];
    Arrays.fill(coordinates, -1);
    for (Map.Entry<String, Pair> pair : pairs.entrySet()) {
      int keypoint = schema.indexOf(pair.getKey());
      coordinates[pair.getValue().x()] = 2 * keypoint;
      coordinates[pair.getValue().y()] = 2 * keypoint + 1;
    }
    return new KeypointColumns(schema, names, coordinates, 0);
  }

  private static Map<String, Pair> namedPairs(String fileName, List<String> names)
      throws DataSetException {
    Map<String, Pair> pairs = new LinkedHashMap<>();
    for (int column = 1; column < names.size(); column++) {
      String name = names.get(column);
      String lowerCase = name.toLowerCase(Locale.ROOT);
      boolean isX = lowerCase.matches(".+[_ .-]x");
      if (isX || lowerCase.matches(".+[_ .-]y")) {
        String keypoint = name.substring(0, name.length() - 2);
        Pair before = pairs.getOrDefault(keypoint, new Pair(-1, -1));
        if ((isX ? before.x() : before.y()) >= 0) {
          throw new DataSetException(
              "%s, header: the column %s is there twice; remove one of the two."
                  .formatted(fileName, Excerpt.of(name)));
        }
        pairs.put(keypoint, before.with(isX, column));
      }
    }
    return pairs;
  }

  private static Map<String, Pair> pairsInTurn(String fileName, List<String> names)
      throws DataSetException {
    int coordinates = names.size() - 1;
    if (coordinates == 0 || coordinates % 2 != 0) {
      throw new DataSetException(
          "%s, header: %,d columns behind the file's name are no pairs of x and y; expected two columns a keypoint."
              .formatted(fileName, coordinates));
    }
    Map<String, Pair> pairs = new LinkedHashMap<>();
    for (int column = 1; column < names.size(); column += 2) {
      pairs.put("point_" + (column - 1) / 2, new Pair(column, column + 1));
    }
    return pairs;
  }
}
