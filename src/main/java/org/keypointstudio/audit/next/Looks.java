package org.keypointstudio.audit.next;

import java.io.IOException;

/** What faces look like, so that alike ones are not labelled twice. */
@FunctionalInterface
public interface Looks {

  /**
   * The look of a face.
   *
   * @param face position in the data set, counted from 0
   * @return a vector of length 1, or of length 0 if nothing can be seen; two faces look as alike as
   *     the angle between their vectors is small
   * @throws IOException if its image cannot be read
   */
  float[] look(int face) throws IOException;
}
