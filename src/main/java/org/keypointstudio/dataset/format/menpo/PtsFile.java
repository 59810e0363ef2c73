package org.keypointstudio.dataset.format.menpo;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.csv.Excerpt;
import org.keypointstudio.dataset.format.AnnotationFile;
import org.keypointstudio.dataset.format.NamedFaces;
import org.keypointstudio.dataset.format.PixelCoordinate;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;

/**
 * One file of points: lines of a head, {@code {}}, a line of x and y a keypoint, {@code }}.
 * Coordinates count from 1; {@code nan nan} is a keypoint without a label.
 *
 * @param head lines before the points
 * @param points lines of the points
 * @param tail lines behind the points
 */
record PtsFile(List<String> head, List<String> points, List<String> tail) {
  private static final long LARGEST_FILE = 10_000_000;
  private static final Pattern COUNT = Pattern.compile("\\s*n_points\\s*:\\s*(\\d{1,9})\\s*");
  private static final String NOTHING = "nan nan";

  /** A new file of these points. */
  static PtsFile of(Annotation annotation) {
    List<String> points = new ArrayList<>();
    for (int i = 0; i < annotation.size(); i++) {
      points.add(line(annotation.keypoint(i)));
    }
    return new PtsFile(
        List.of("version: 1", "n_points: " + annotation.size(), "{"), points, List.of("}"));
  }

  /** Reads a file. */
  static PtsFile read(Path file) throws DataSetException {
    AnnotationFile.requireAtMost(file, LARGEST_FILE);
    List<String> lines;
    try {
      lines = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).lines().toList();
    } catch (IOException problem) {
      throw AnnotationFile.unreadable(file, problem);
    }
    int start = indexOf(lines, "{") + 1;
    int end = indexOf(lines, "}");
    if (start == 0 || end < start) {
      throw new DataSetException(
          "%s is no file of points: expected lines of x and y between { and }."
              .formatted(CsvSource.fileName(file)));
    }
    PtsFile points =
        new PtsFile(
            lines.subList(0, start), lines.subList(start, end), lines.subList(end, lines.size()));
    points.requireCount(file);
    return points;
  }

  private static int indexOf(List<String> lines, String brace) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(brace)) {
        return i;
      }
    }
    return -1;
  }

  private void requireCount(Path file) throws DataSetException {
    long found = points.stream().filter(line -> !line.isBlank()).count();
    for (String line : head) {
      Matcher count = COUNT.matcher(line);
      if (count.matches() && Long.parseLong(count.group(1)) != found) {
        throw new DataSetException(
            "%s says that it has %s points, but there are %,d lines between { and }; correct n_points or the lines."
                .formatted(CsvSource.fileName(file), count.group(1), found));
      }
    }
    if (found == 0 || found > NamedFaces.MOST_NAMES) {
      throw new DataSetException(
          "%s has %,d points; expected one to %,d lines of x and y between { and }."
              .formatted(CsvSource.fileName(file), found, NamedFaces.MOST_NAMES));
    }
  }

  /**
   * The keypoints of the file.
   *
   * @throws DataSetException with file and line if one is no point
   */
  Annotation annotation(Path file) throws DataSetException {
    List<Keypoint> keypoints = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      if (!points.get(i).isBlank()) {
        keypoints.add(keypoint(file, head.size() + i + 1, points.get(i)));
      }
    }
    return Annotation.of(keypoints);
  }

  private static Keypoint keypoint(Path file, int number, String line) throws DataSetException {
    String[] cells = line.strip().split("[\\s,]+", -1);
    if (String.join(" ", cells).toLowerCase(Locale.ROOT).equals(NOTHING)) {
      return Keypoint.unlabelled();
    }
    if (cells.length >= 2
        && PixelCoordinate.parse(cells[0]).isPresent()
        && PixelCoordinate.parse(cells[1]).isPresent()) {
      return Keypoint.visible(fromOne(cells[0]), fromOne(cells[1]));
    }
    throw new DataSetException(
        "%s, line %,d: \"%s\" is no point; expected x and y in pixels such as \"38.5 40.25\", or \"nan nan\" for a keypoint without a label."
            .formatted(CsvSource.fileName(file), number, Excerpt.of(line.strip())));
  }

  /** Decimal numbers are shifted as such, so that no digit is lost on the way there and back. */
  private static double fromOne(String text) {
    return new BigDecimal(text).subtract(BigDecimal.ONE).doubleValue();
  }

  private static String line(Keypoint keypoint) {
    return keypoint.isPlaced() ? toOne(keypoint.x()) + " " + toOne(keypoint.y()) : NOTHING;
  }

  private static String toOne(double coordinate) {
    return BigDecimal.valueOf(coordinate).add(BigDecimal.ONE).toPlainString();
  }

  /** This file with other keypoints. The lines of those that stayed where they were stay. */
  PtsFile with(Annotation before, Annotation after) {
    List<String> lines = new ArrayList<>(points);
    int keypoint = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      Keypoint now = after.keypoint(keypoint);
      if (!line(now).equals(line(before.keypoint(keypoint)))) {
        lines.set(i, line(now));
      }
      keypoint++;
    }
    return new PtsFile(head, lines, tail);
  }

  /** Replaces or makes a file. */
  void write(Path target) throws DataSetException {
    StringBuilder text = new StringBuilder();
    for (List<String> part : List.of(head, points, tail)) {
      part.forEach(line -> text.append(line).append('\n'));
    }
    AnnotationFile.replace(
        target, temporary -> Files.writeString(temporary, text, StandardCharsets.ISO_8859_1));
  }
}
