package org.keypointstudio.generate.face;

import java.util.Random;
import org.keypointstudio.generate.face.Person.Clothing;
import org.keypointstudio.generate.face.Person.Complexion;
import org.keypointstudio.generate.face.Person.FacialHair;
import org.keypointstudio.generate.face.Person.Hair;
import org.keypointstudio.generate.face.Person.HairStyle;
import org.keypointstudio.generate.face.Person.Proportions;
import org.keypointstudio.generate.face.Person.Spectacles;

/** Makes up people: the same seed gives the same person. */
public final class Casting {
  private final Random random;
  private final boolean masculine;
  private final double age;

  private Casting(long seed) {
    random = new Random(Seeds.mix(seed, 1));
    masculine = random.nextDouble() < 0.55;
    age = Math.clamp(0.34 + 0.2 * random.nextGaussian(), 0.08, 0.95);
  }

  /** The person of a seed. */
  public static Person person(long seed) {
    Casting casting = new Casting(seed);
    Proportions proportions = casting.proportions();
    Complexion complexion = casting.complexion();
    Hair hair = casting.hair(complexion);
    FacialHair facialHair = casting.facialHair(complexion, hair);
    Spectacles spectacles = casting.spectacles();
    return new Person(
        proportions,
        complexion,
        hair,
        facialHair,
        spectacles,
        casting.clothing(),
        Seeds.mix(seed, 2));
  }

  private double around(double mean, double deviation) {
    return mean + deviation * Math.clamp(random.nextGaussian(), -2.2, 2.2);
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private Proportions proportions() {
    double m = masculine ? 1 : 0;
    return new Proportions(
        around(1.04, 0.035),
        around(0.95 + 0.05 * m, 0.04),
        Math.clamp(around(0.05, 0.45), -1.0, 1.0),
        around(1.68 + 0.06 * m, 0.06),
        around(1.78, 0.06),
        around(0.45 + 0.75 * m, 0.25),
        around(0.285 - 0.03 * m, 0.022),
        around(0.055 - 0.02 * m, 0.012),
        around(0.232, 0.011),
        around(0.11 - 0.01 * m - 0.015 * age, 0.01),
        around(0.012 - 0.02 * age, 0.016),
        around(0.85 + 0.2 * m, 0.15),
        around(0.68 + 0.02 * m, 0.03),
        around(1.0 + 0.08 * m, 0.1),
        around(0.97 + 0.08 * m, 0.1),
        around(1.0 + 0.2 * m, 0.3),
        around(1.07 + 0.02 * m, 0.03),
        around(0.41 + 0.015 * m, 0.025),
        Math.max(around(0.095 - 0.012 * m - 0.02 * age, 0.018), 0.045),
        Math.max(around(0.13 - 0.012 * m - 0.02 * age, 0.02), 0.07),
        around(0, 0.5));
  }

  private Complexion complexion() {
    // Most skins reflect between a tenth and a half of the light.
    double albedo = Math.clamp(0.13 + 0.33 * Math.sqrt(random.nextDouble()), 0.1, 0.5);
    double makeup = masculine ? 0 : between(0, 1);
    return new Complexion(
        albedo,
        Math.clamp(around(0.66 - 0.2 * makeup, 0.07), 0.35, 0.85),
        chance(0.65) ? between(0.02, 0.06) : between(0.08, 0.22),
        between(0.05, 0.32),
        between(0.6, 1.3),
        age,
        masculine ? between(0, 0.3) : between(0.2, 1));
  }

  private Hair hair(Complexion complexion) {
    boolean dark = complexion.albedo() < 0.26;
    double grey = Smooth.step(0.45, 0.85, age + 0.15 * random.nextGaussian());
    double natural = dark ? between(0.008, 0.03) : between(0.01, 0.05) + (chance(0.3) ? 0.12 : 0);
    double albedo = Smooth.mix(natural, between(0.25, 0.5), grey);
    HairStyle style = masculine ? masculineStyle(dark) : feminineStyle(dark);
    double volume =
        switch (style) {
          case BALD -> 0.005;
          case FRINGE_RING -> between(0.015, 0.05);
          case CROPPED -> between(0.015, 0.04);
          case SHORT -> between(0.08, 0.26);
          case MOP -> between(0.1, 0.22);
          case BOB, LONG -> between(0.1, 0.26);
          case AFRO -> between(0.25, 0.7);
          case TIED_BACK -> between(0.03, 0.08);
        };
    double length =
        switch (style) {
          case MOP -> between(0.1, 0.7);
          case BOB -> between(0.9, 1.6);
          case LONG -> between(2, 3.2);
          default -> 0;
        };
    return new Hair(
        style,
        albedo,
        around(0.87, 0.07),
        masculine ? Math.max(around(0.9 * age, 0.3), 0) : 0,
        volume,
        length,
        chance(0.4) ? between(0.3, 1) : 0,
        style == HairStyle.AFRO ? 1 : between(0, 0.8) * between(0, 1),
        between(-1, 1));
  }

  private HairStyle masculineStyle(boolean dark) {
    double draw = random.nextDouble() - 0.25 * (age - 0.4);
    if (draw < 0.04) {
      return HairStyle.BALD;
    }
    if (draw < 0.13) {
      return HairStyle.FRINGE_RING;
    }
    if (draw < (dark ? 0.5 : 0.26)) {
      return HairStyle.CROPPED;
    }
    if (dark && draw < 0.58) {
      return HairStyle.AFRO;
    }
    return draw < 0.88 ? HairStyle.SHORT : HairStyle.MOP;
  }

  private HairStyle feminineStyle(boolean dark) {
    double draw = random.nextDouble();
    if (draw < 0.12) {
      return HairStyle.SHORT;
    }
    if (draw < 0.24) {
      return HairStyle.MOP;
    }
    if (draw < 0.48) {
      return HairStyle.BOB;
    }
    if (draw < 0.6) {
      return HairStyle.TIED_BACK;
    }
    return dark && draw < 0.75 ? HairStyle.AFRO : HairStyle.LONG;
  }

  private FacialHair facialHair(Complexion complexion, Hair hair) {
    double albedo = Math.min(hair.albedo(), 0.75 * complexion.albedo());
    double browDensity = masculine ? between(0.6, 1) : between(0.5, 0.95);
    double browThickness = masculine ? between(0.06, 0.1) : between(0.04, 0.068);
    double browAlbedo = Math.min(albedo, 0.09);
    if (!masculine || age < 0.2) {
      return new FacialHair(browDensity, browThickness, browAlbedo, 0, 0, 0, 0, 0);
    }
    double stubble = chance(0.6) ? between(0.1, 0.7) : 0;
    double draw = random.nextDouble();
    double moustache = draw < 0.3 ? between(0.6, 1) : 0;
    double goatee = draw < 0.2 ? between(0.5, 1) : 0;
    double cheeks = draw < 0.14 ? between(0.5, 1) : 0;
    double length = moustache > 0 ? between(0.01, 0.06) : 0;
    return new FacialHair(
        browDensity, browThickness, albedo, stubble, moustache, goatee, cheeks, length);
  }

  private Spectacles spectacles() {
    if (!chance(0.12 + 0.25 * age)) {
      return Spectacles.NONE;
    }
    return new Spectacles(
        true,
        between(0.33, 0.42),
        between(0.2, 0.3),
        random.nextDouble(),
        between(0.008, 0.028),
        chance(0.7) ? between(0.01, 0.08) : between(0.2, 0.5),
        between(0.04, 0.15));
  }

  private Clothing clothing() {
    boolean suit = chance(masculine ? 0.6 : 0.3);
    return new Clothing(
        suit ? between(0.01, 0.08) : between(0.02, 0.6),
        between(0.4, 0.75),
        suit ? between(0.5, 0.9) : 0,
        suit && masculine && chance(0.7));
  }
}
