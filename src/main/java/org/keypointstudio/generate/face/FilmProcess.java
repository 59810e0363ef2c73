package org.keypointstudio.generate.face;

import java.util.Random;
import org.keypointstudio.generate.face.Shot.Film;

/** From linear light to the bytes of a picture: lens, exposure, tone curve, noise, compression. */
final class FilmProcess {
  private static final int TONES = 4096;

  private final Film film;
  private final long seed;

  FilmProcess(Film film, long seed) {
    this.film = film;
    this.seed = seed;
  }

  /**
   * Develops a picture.
   *
   * @param light linear brightness, row by row, {@code factor} times as wide and high as the result
   * @return grey levels, row by row
   */
  byte[] develop(float[] light, int width, int height, int factor) {
    double pixel = width / 96.0;
    float[] picture = shrink(light, width, height, factor);
    double sigma = film.blur() * pixel;
    if (sigma > 0.05) {
      float[] kernel = gaussian(sigma);
      convolve(picture, width, height, kernel, 1, width);
      convolve(picture, height, width, kernel, width, 1);
    }
    if (film.motion() > 0.3) {
      picture = motion(picture, width, height, film.motion() * pixel);
    }
    double[] curve = toneCurve();
    float[] grey = new float[picture.length];
    for (int i = 0; i < grey.length; i++) {
      double place = Math.clamp(picture[i] * film.exposure(), 0.0, 2.0) * 0.5 * (TONES - 1);
      grey[i] = (float) curve[(int) Math.rint(place)];
    }
    addNoise(grey);
    if (film.quality() < 97) {
      new BlockCompression(film.quality()).apply(grey, width, height);
    }
    byte[] bytes = new byte[grey.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.clamp(Math.round(grey[i]), 0, 255);
    }
    return bytes;
  }

  private static float[] shrink(float[] light, int width, int height, int factor) {
    float[] picture = new float[width * height];
    float share = 1f / (factor * factor);
    for (int row = 0; row < height * factor; row++) {
      for (int column = 0; column < width * factor; column++) {
        // Highlights are cut before they are averaged, as each receptor saturates.
        float value = Math.min(light[row * width * factor + column], 2f);
        picture[row / factor * width + column / factor] += share * value;
      }
    }
    return picture;
  }

  private static float[] gaussian(double sigma) {
    int radius = (int) Math.ceil(2.5 * sigma);
    float[] kernel = new float[2 * radius + 1];
    float sum = 0;
    for (int i = -radius; i <= radius; i++) {
      kernel[i + radius] = (float) StrictMath.exp(-i * i / (2 * sigma * sigma));
      sum += kernel[i + radius];
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= sum;
    }
    return kernel;
  }

  /** Blurs along one direction in place; borders repeat. */
  private static void convolve(
      float[] picture, int length, int lines, float[] kernel, int step, int lineStep) {
    int radius = kernel.length / 2;
    float[] line = new float[length];
    for (int k = 0; k < lines; k++) {
      for (int i = 0; i < length; i++) {
        line[i] = picture[k * lineStep + i * step];
      }
      for (int i = 0; i < length; i++) {
        float sum = 0;
        for (int j = -radius; j <= radius; j++) {
          sum += kernel[j + radius] * line[Math.clamp(i + j, 0, length - 1)];
        }
        picture[k * lineStep + i * step] = sum;
      }
    }
  }

  private float[] motion(float[] picture, int width, int height, double length) {
    int samples = Math.max(3, (int) Math.ceil(length) * 2 + 1);
    double dx = StrictMath.cos(film.motionAngle()) * length;
    double dy = StrictMath.sin(film.motionAngle()) * length;
    float[] moved = new float[picture.length];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        float sum = 0;
        for (int i = 0; i < samples; i++) {
          double t = (double) i / (samples - 1) - 0.5;
          sum += sample(picture, width, height, column + t * dx, row + t * dy);
        }
        moved[row * width + column] = sum / samples;
      }
    }
    return moved;
  }

  private static float sample(float[] picture, int width, int height, double x, double y) {
    double cx = Math.clamp(x, 0, width - 1.001);
    double cy = Math.clamp(y, 0, height - 1.001);
    int column = (int) cx;
    int row = (int) cy;
    float fx = (float) (cx - column);
    float fy = (float) (cy - row);
    int i = row * width + column;
    return (picture[i] * (1 - fx) + picture[i + 1] * fx) * (1 - fy)
        + (picture[i + width] * (1 - fx) + picture[i + width + 1] * fx) * fy;
  }

  /** Grey levels of linear light 0 to 2: gamma, a shoulder for highlights, and contrast. */
  private double[] toneCurve() {
    double[] curve = new double[TONES];
    for (int i = 0; i < TONES; i++) {
      double light = 2.0 * i / (TONES - 1);
      double shoulder =
          light < 0.6 ? light : 0.6 + 0.45 * (1 - StrictMath.exp(-(light - 0.6) / 0.45));
      double tone = StrictMath.pow(shoulder, 1 / 2.2);
      double around = 0.5 + (tone - 0.5) * film.contrast();
      curve[i] = 255 * Math.clamp(film.lift() + (1 - film.lift()) * around, 0.0, 1.0);
    }
    return curve;
  }

  /** Noise of the sensor; neighbours in a line share part of it, as after demosaicing. */
  private void addNoise(float[] grey) {
    Random random = new Random(seed ^ 0x5DEECE66DL);
    float previous = 0;
    for (int i = 0; i < grey.length; i++) {
      float fine = (float) random.nextGaussian();
      grey[i] += (float) film.noise() * (0.85f * fine + 0.5f * previous);
      previous = fine;
    }
  }
}
