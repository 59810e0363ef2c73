/** The JSON files of labelme, one an image. */
@NullMarked
package org.keypointstudio.dataset.format.labelme;

import org.jspecify.annotations.NullMarked;
