package org.keypointstudio.generate.face;

import org.keypointstudio.generate.face.Person.Clothing;
import org.keypointstudio.generate.face.Person.Hair;
import org.keypointstudio.generate.face.Person.HairStyle;

/** The colours of everything but the face: hair, neck, ears, clothes, rims. */
final class Wardrobe {
  private final Person person;
  private final Noise strands;

  Wardrobe(Person person) {
    this.person = person;
    strands = new Noise(person.textureSeed() + 7);
  }

  /** Paints one pixel, and roughens its normal where strands lie. */
  void paint(SurfaceBuffer surfaces, int pixel, Paint paint) {
    switch (surfaces.material(pixel)) {
      case HAIR -> hair(surfaces, pixel, paint);
      case SKIN -> skin(surfaces, pixel, paint);
      case CLOTH -> cloth(surfaces, pixel, paint);
      case RIM -> paint.put(pixel, person.spectacles().albedo(), 0.9);
      case NONE, FACE -> throw new IllegalStateException("Not the wardrobe's to paint");
    }
  }

  private void hair(SurfaceBuffer surfaces, int pixel, Paint paint) {
    Hair hair = person.hair();
    double azimuth = surfaces.u[pixel];
    double y = surfaces.v[pixel];
    double strand;
    if (hair.style() == HairStyle.AFRO) {
      strand = strands.octaves(azimuth * 14, y * 14, 3);
    } else {
      double bend = hair.curl() * 0.35 * strands.octaves(azimuth * 3, y * 3, 2);
      double comb = hair.sweep() * 0.5 * Smooth.step(0.3, 1.4, y) * y;
      double place = azimuth + comb + bend;
      double along = 1.2 + 4 * hair.curl();
      strand =
          0.6 * strands.octaves(place * 13, y * along, 2)
              + 0.5 * strands.at(place * 55, y * along * 2);
    }
    surfaces.normalX[pixel] += (float) (0.45 * strand);
    surfaces.normalY[pixel] += (float) (0.25 * strand);
    double shade = Math.max(1 + 0.85 * strand, 0.25);
    paint.put(pixel, hair.albedo() * shade, 0.12 + 0.5 * Math.max(strand, 0));
  }

  private void skin(SurfaceBuffer surfaces, int pixel, Paint paint) {
    double x = surfaces.x[pixel];
    double y = surfaces.y[pixel];
    // Under the jaw the neck lies in shade, wherever the light is.
    double shade = 0.82 - 0.3 * Smooth.step(-2.6, -1.6, y) * (1 - Smooth.step(-1.1, -0.8, y));
    double tone = 1 + person.complexion().mottling() * 0.2 * strands.octaves(x * 3, y * 3, 3);
    paint.put(
        pixel, shade * person.complexion().albedo() * tone, 0.5 * person.complexion().gloss());
  }

  private void cloth(SurfaceBuffer surfaces, int pixel, Paint paint) {
    Clothing clothing = person.clothing();
    double x = Math.abs(surfaces.x[pixel]);
    double y = surfaces.y[pixel];
    double opening = clothing.opening() * (0.5 + 0.42 * (y + 3.6));
    double albedo = clothing.albedo() * (1 + 0.12 * strands.octaves(x * 9, y * 9, 2));
    if (x < opening) {
      boolean tie = clothing.tie() && x < 0.16 + 0.05 * Smooth.step(-2.4, -3.4, y);
      albedo = tie ? 0.35 * clothing.shirtAlbedo() : clothing.shirtAlbedo();
    } else {
      albedo *= 1 - 0.6 * Smooth.bell(x - opening, 0, 0.05, 1);
    }
    paint.put(pixel, albedo, 0.03);
  }
}
