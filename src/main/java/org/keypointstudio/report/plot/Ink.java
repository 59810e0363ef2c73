package org.keypointstudio.report.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * A colour by its role, in a light and in a dark page. The colours of models are those of Okabe and
 * Ito, as in the window; yellow is darker on white, where it would not be seen.
 *
 * @param name of its CSS class
 * @param light as {@code #rrggbb}, on white
 * @param dark as {@code #rrggbb}, on near black
 */
public record Ink(String name, String light, String dark) {
  /** The ground of a plot. */
  public static final Ink PAPER = new Ink("paper", "#ffffff", "#16191d");

  /** Text and axes. */
  public static final Ink TEXT = new Ink("text", "#1f2328", "#e6e8eb");

  /** What should stay in the background: labels of axes. */
  public static final Ink MUTED = new Ink("muted", "#59636e", "#9aa4af");

  /** Lines of a grid. */
  public static final Ink GRID = new Ink("grid", "#dfe3e8", "#2f353d");

  /** Labels: the ground truth. */
  public static final Ink TRUTH = new Ink("truth", "#0a8f69", "#1fd6a1");

  private static final List<Ink> MODELS =
      List.of(
          new Ink("model0", "#d08c00", "#e69f00"),
          new Ink("model1", "#2b8cc4", "#56b4e9"),
          new Ink("model2", "#b85c90", "#cc79a7"),
          new Ink("model3", "#9a9100", "#f0e442"),
          new Ink("model4", "#d55e00", "#ee7a2a"));

  /** The colour of a model, by its position. */
  public static Ink model(int index) {
    return MODELS.get(Math.floorMod(index, MODELS.size()));
  }

  /** All colours. */
  public static List<Ink> all() {
    List<Ink> all = new ArrayList<>(List.of(PAPER, TEXT, MUTED, GRID, TRUTH));
    all.addAll(MODELS);
    return List.copyOf(all);
  }
}
