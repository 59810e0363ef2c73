package org.keypointstudio.dataset.format.sleap;

import io.jhdf.api.Dataset;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A frame whose encoded image is in the file: a row of {@code videoN/video}, all of one length and
 * filled up with zeros or each of its own, whose numbers are in {@code videoN/frame_numbers}.
 *
 * @param group of the video
 * @param frame its number in the video
 */
record EmbeddedFrame(String group, int frame) {
  private static final Pattern NAME = Pattern.compile("(video\\d{1,9})/(\\d{6,10})\\.png");

  /** What its image is called. */
  static String name(String group, int frame) {
    return "%s/%06d.png".formatted(group, frame);
  }

  /** The frame that a name means, if it means one. */
  static Optional<EmbeddedFrame> of(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches() && Long.parseLong(matcher.group(2)) <= Integer.MAX_VALUE
        ? Optional.of(new EmbeddedFrame(matcher.group(1), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /**
   * The bytes of its image as an encoder wrote them, perhaps with zeros behind.
   *
   * @return nothing if the file does not have it
   * @throws IllegalArgumentException if frames are stored as bare pixels
   */
  Optional<byte[]> in(SleapFile file) {
    Optional<Dataset> frames = file.dataset(group + "/video");
    Optional<Dataset> numbers = file.dataset(group + "/frame_numbers");
    if (frames.isEmpty() || frames.get().getDimensions().length == 0) {
      return Optional.empty();
    }
    String format = file.textAttribute(group + "/video", "format").orElse("png");
    if (format.equals("hdf5")) {
      throw new IllegalArgumentException("frames of bare pixels are not read");
    }
    int row = numbers.map(found -> numbers(found.getDataFlat()).indexOf(frame)).orElse(frame);
    if (row < 0 || row >= frames.get().getDimensions()[0]) {
      return Optional.empty();
    }
    return bytes(frames.get(), row);
  }

  /** The numbers of a dataset of whole numbers, in an array of any kind. */
  static List<Integer> numbers(Object array) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < Array.getLength(array); i++) {
      if (Array.get(array, i) instanceof Number number
          && number.doubleValue() >= 0
          && number.doubleValue() <= Integer.MAX_VALUE) {
        numbers.add(number.intValue());
      } else {
        numbers.add(-1); // no frame, but the rows behind it keep their places
      }
    }
    return numbers;
  }

  private static Optional<byte[]> bytes(Dataset frames, int row) {
    int[] dimensions = frames.getDimensions();
    Object data =
        dimensions.length == 2
            ? frames.getData(new long[] {row, 0}, new int[] {1, dimensions[1]})
            : frames.getData(new long[] {row}, new int[] {1});
    return switch (data) {
      case byte[][] rows when rows.length == 1 -> Optional.of(rows[0]);
      case Object[] rows when rows.length == 1 && rows[0] instanceof byte[] bytes ->
          Optional.of(bytes);
      default ->
          throw new IllegalArgumentException("%s holds no images".formatted(frames.getName()));
    };
  }
}
