package org.keypointstudio.audit.next;

import java.io.IOException;

/** What faces look like, so that alike ones are not labelled twice. */
@FunctionalInterface
public interface Looks {

  /**
   * The look of a face.
   *
   * @param face position in the data set, counted from 0
   * @return a vector, as long for each face; two faces look alike if their vectors point alike from
   *     the mean of all
   * @throws IOException if its image cannot be read
   */
  float[] look(int face) throws IOException;
}
