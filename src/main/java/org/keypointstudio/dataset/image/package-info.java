/** Finding and decoding the image files of a data set. */
@NullMarked
package org.keypointstudio.dataset.image;

import org.jspecify.annotations.NullMarked;
