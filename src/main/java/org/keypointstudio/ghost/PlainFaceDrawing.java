package org.keypointstudio.ghost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.keypointstudio.ghost.FaceCurves.Place;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;

/** Draws the plain face of {@link FaceCurves} with soft lines. */
final class PlainFaceDrawing {
  private static final double GROUND = 46;
  private static final double SKIN = 96;
  private static final double LINE = 176;
  private static final double HALF_WIDTH = 0.011;
  private static final int FINE = 33;

  private PlainFaceDrawing() {}

  /**
   * The picture of the face.
   *
   * @param side of the square picture, in pixels
   * @param toPicture from the units of the curves to pixels
   */
  static GrayImage draw(int side, Similarity toPicture) {
    Similarity toFace = toPicture.inverse();
    List<Place> head = head();
    double[] nearest = new double[side * side];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    lines().forEach(line -> measure(line, side, toPicture, nearest));
    byte[] pixels = new byte[side * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean skin = contains(head, new Place(toFace.x(x, y), toFace.y(x, y)));
        double line = cover(nearest[y * side + x], HALF_WIDTH * toPicture.scale());
        pixels[y * side + x] = (byte) Math.round(mix(skin ? SKIN : GROUND, LINE, line));
      }
    }
    return new GrayImage(new ImageSize(side, side), pixels);
  }

  /** Notes how far the pixels about a line are from it, in pixels. */
  private static void measure(List<Place> line, int side, Similarity toPicture, double[] nearest) {
    List<Place> inPicture =
        line.stream()
            .map(
                place ->
                    new Place(toPicture.x(place.x(), place.y()), toPicture.y(place.x(), place.y())))
            .toList();
    double reach = HALF_WIDTH * toPicture.scale() + 1;
    for (int i = 1; i < inPicture.size(); i++) {
      Place from = inPicture.get(i - 1);
      Place to = inPicture.get(i);
      int left = Math.max(0, (int) Math.floor(Math.min(from.x(), to.x()) - reach));
      int right = Math.min(side - 1, (int) Math.ceil(Math.max(from.x(), to.x()) + reach));
      int top = Math.max(0, (int) Math.floor(Math.min(from.y(), to.y()) - reach));
      int bottom = Math.min(side - 1, (int) Math.ceil(Math.max(from.y(), to.y()) + reach));
      for (int y = top; y <= bottom; y++) {
        for (int x = left; x <= right; x++) {
          nearest[y * side + x] =
              Math.min(nearest[y * side + x], distance(from, to, new Place(x, y)));
        }
      }
    }
  }

  private static List<Place> head() {
    List<Place> head = new ArrayList<>(FaceCurves.jaw(FINE));
    head.addAll(FaceCurves.crown(FINE).reversed());
    return head;
  }

  private static List<List<Place>> lines() {
    List<Place> brow = FaceCurves.browTop(FINE);
    List<Place> eye = closed(FaceCurves.eye(FINE));
    List<Place> mouth = new ArrayList<>(FaceCurves.mouthTop(FINE));
    mouth.addAll(FaceCurves.mouthBottom(FINE));
    List<Place> lips = new ArrayList<>(FaceCurves.lipsTop(FINE));
    lips.addAll(FaceCurves.lipsBottom(FINE));
    return List.of(
        closed(head()),
        brow,
        FaceCurves.mirrored(brow),
        eye,
        FaceCurves.mirrored(eye),
        FaceCurves.bridge(2),
        FaceCurves.noseBase(FINE),
        lips,
        mouth);
  }

  private static List<Place> closed(List<Place> ring) {
    List<Place> closed = new ArrayList<>(ring);
    closed.add(ring.getFirst());
    return closed;
  }

  private static double mix(double from, double to, double share) {
    return from + (to - from) * share;
  }

  /** How much of a pixel a line covers, of half a width, whose middle is so far from it. */
  private static double cover(double distance, double halfWidth) {
    return Math.clamp(halfWidth - distance + 0.5, 0, 1);
  }

  /** From a place to the nearest one of a segment. */
  private static double distance(Place from, Place to, Place place) {
    double alongX = to.x() - from.x();
    double alongY = to.y() - from.y();
    double squared = alongX * alongX + alongY * alongY;
    double share =
        squared == 0
            ? 0
            : Math.clamp(
                ((place.x() - from.x()) * alongX + (place.y() - from.y()) * alongY) / squared,
                0,
                1);
    return Math.hypot(place.x() - from.x() - share * alongX, place.y() - from.y() - share * alongY);
  }

  /** Whether a place is within a ring: a ray to the right crosses it an odd number of times. */
  private static boolean contains(List<Place> ring, Place place) {
    boolean within = false;
    for (int i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
      Place a = ring.get(i);
      Place b = ring.get(before);
      if (a.y() > place.y() != b.y() > place.y()
          && place.x() < (b.x() - a.x()) * (place.y() - a.y()) / (b.y() - a.y()) + a.x()) {
        within = !within;
      }
    }
    return within;
  }
}
