/** Making data sets of rendered faces: the sample data, and files of any size for benchmarks. */
@NullMarked
package org.keypointstudio.generate;

import org.jspecify.annotations.NullMarked;
