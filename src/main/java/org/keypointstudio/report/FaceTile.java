package org.keypointstudio.report;

import java.util.List;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;

/**
 * A face of a contact sheet.
 *
 * @param title what people call it
 * @param image the face
 * @param truth its labels
 * @param predictions one a model, in the order of the models' colours
 * @param captions one a model: what is written below in its colour
 */
public record FaceTile(
    String title,
    GrayImage image,
    Annotation truth,
    List<Annotation> predictions,
    List<String> captions) {

  /** Copies the lists. */
  public FaceTile {
    predictions = List.copyOf(predictions);
    captions = List.copyOf(captions);
  }
}
