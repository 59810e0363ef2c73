/** Which images look alike. */
@NullMarked
package org.keypointstudio.dataset.similarity;

import org.jspecify.annotations.NullMarked;
