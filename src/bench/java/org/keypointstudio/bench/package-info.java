/** Measures the networks beside stock Deeplearning4j and PyTorch, in turns. */
@NullMarked
package org.keypointstudio.bench;

import org.jspecify.annotations.NullMarked;
