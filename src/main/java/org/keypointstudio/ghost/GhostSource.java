package org.keypointstudio.ghost;

import java.util.List;
import org.keypointstudio.model.Annotation;

/** Something that says where missing keypoints probably are. Safe for use by several threads. */
public interface GhostSource {

  /**
   * Proposals for the keypoints of a face that nobody has labelled; none for those of which the
   * source knows nothing.
   *
   * @param faceIndex position of the face in the data set
   * @param annotation what is labelled of it at present
   */
  List<Ghost> ghosts(int faceIndex, Annotation annotation);
}
