package org.keypointstudio.ui.session;

import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.model.Annotation;

/**
 * A data set in the window, and the document of its annotations.
 *
 * @param dataSet faces and images
 * @param document annotations under edit, one a face
 */
public record OpenDataSet(FaceDataSet dataSet, AnnotationDocument document) {

  /** A data set that was just opened. */
  public static OpenDataSet of(FaceDataSet dataSet) {
    List<Annotation> annotations = new ArrayList<>(dataSet.size());
    for (int face = 0; face < dataSet.size(); face++) {
      annotations.add(dataSet.annotation(face));
    }
    return new OpenDataSet(dataSet, new AnnotationDocument(dataSet.schema(), annotations));
  }
}
