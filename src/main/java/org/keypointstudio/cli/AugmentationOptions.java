package org.keypointstudio.cli;

import org.jspecify.annotations.Nullable;
import org.keypointstudio.training.Augmentation;
import picocli.CommandLine.Option;

/** How the training faces are varied: a preset, and ranges that differ from it. */
final class AugmentationOptions {
  @Option(
      names = "--augmentation",
      paramLabel = "PRESET",
      converter = ChoiceConverter.Augmentations.class,
      completionCandidates = ChoiceConverter.Augmentations.class,
      description =
          "How the training faces are varied: ${COMPLETION-CANDIDATES}; the ranges below change it"
              + " further.")
  private @Nullable Augmentation preset;

  @Option(names = "--flips", description = "Mirror half of the faces of each batch.")
  private boolean flips;

  @Option(names = "--no-flips", description = "Mirror no face.")
  private boolean noFlips;

  @Option(names = "--rotation", paramLabel = "DEGREES", description = "Turn, to either side.")
  private @Nullable Double rotation;

  @Option(names = "--scale", paramLabel = "X", description = "Share to grow or shrink by.")
  private @Nullable Double scale;

  @Option(names = "--shift", paramLabel = "PX", description = "Shift along each axis.")
  private @Nullable Double shift;

  @Option(names = "--shear", paramLabel = "X", description = "Shift of a row for each row.")
  private @Nullable Double shear;

  @Option(
      names = "--warp",
      paramLabel = "PX",
      description = "How far parts of the face move against each other.")
  private @Nullable Double warp;

  @Option(
      names = "--brightness",
      paramLabel = "X",
      description = "Shift of the greys, in standard deviations of the image's greys.")
  private @Nullable Double brightness;

  @Option(
      names = "--contrast",
      paramLabel = "X",
      description = "Share by which differences of grey grow or shrink.")
  private @Nullable Double contrast;

  @Option(
      names = "--noise",
      paramLabel = "X",
      description = "Noise on each pixel, in standard deviations of the image's greys.")
  private @Nullable Double noise;

  @Option(names = "--blur", paramLabel = "X", description = "Strength of a blur, 0 to 1.")
  private @Nullable Double blur;

  /**
   * What was chosen, over what is usual.
   *
   * @throws IllegalArgumentException with a sentence for the person if a value makes no sense
   */
  Augmentation applyTo(Augmentation usual) {
    if (flips && noFlips) {
      throw new IllegalArgumentException("--flips and --no-flips contradict each other.");
    }
    Augmentation start = preset == null ? usual : preset;
    return new Augmentation(
        !noFlips && (flips || start.flips()),
        given(rotation, start.rotationDegrees()),
        given(scale, start.scale()),
        given(shift, start.shiftPixels()),
        given(shear, start.shear()),
        given(warp, start.warpPixels()),
        given(brightness, start.brightness()),
        given(contrast, start.contrast()),
        given(noise, start.noise()),
        given(blur, start.blur()));
  }

  private static double given(@Nullable Double value, double otherwise) {
    return value == null ? otherwise : value;
  }
}
