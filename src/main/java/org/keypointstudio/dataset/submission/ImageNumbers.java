package org.keypointstudio.dataset.submission;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvCells;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.csv.Excerpt;

/**
 * The numbers by which a lookup table asks for the images of a test file: those of its column
 * {@code ImageId}, or 1, 2, 3 … where it has none.
 */
public final class ImageNumbers {
  private static final String COLUMN = "ImageId";

  private final Map<Integer, Integer> faces = new HashMap<>();

  private ImageNumbers() {}

  /**
   * The numbers of the images in a CSV file.
   *
   * @throws DataSetException with a sentence for the person if a number is none, or is there twice
   */
  public static ImageNumbers read(Path test) throws DataSetException {
    CsvSource source = CsvSource.of(test);
    ImageNumbers numbers = new ImageNumbers();
    List<String> header = new ArrayList<>();
    CsvLines.read(
        source,
        (line, cells) -> {
          if (header.isEmpty()) {
            header.addAll(cells.texts());
          } else {
            numbers.add(source.name(), line, header.indexOf(COLUMN), cells);
          }
        });
    return numbers;
  }

  private void add(String file, int line, int column, CsvCells cells) throws DataSetException {
    int face = faces.size();
    if (column < 0) {
      faces.put(face + 1, face);
      return;
    }
    String cell = column < cells.count() ? cells.text(column) : "";
    int number;
    try {
      number = Integer.parseInt(cell);
    } catch (NumberFormatException problem) {
      throw new DataSetException(
          "%s, line %,d, column %s: expected the number of an image, but found \"%s\"; correct it."
              .formatted(file, line, COLUMN, Excerpt.of(cell)),
          problem);
    }
    if (faces.put(number, face) != null) {
      throw new DataSetException(
          "%s, line %,d, column %s: image %d is there twice; delete one of its lines."
              .formatted(file, line, COLUMN, number));
    }
  }

  /** The number of images. */
  public int size() {
    return faces.size();
  }

  /** The position, counted from 0, of the image with a number; empty if there is none. */
  public Optional<Integer> faceOf(int number) {
    return Optional.ofNullable(faces.get(number));
  }
}
