/** The engine: the only code that knows Deeplearning4j and ND4J. */
@NullMarked
package org.keypointstudio.backend.dl4j;

import org.jspecify.annotations.NullMarked;
