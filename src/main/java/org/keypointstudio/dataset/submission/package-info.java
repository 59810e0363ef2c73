/** Kaggle's way of asking for predictions: the lookup table, the image numbers, the submission. */
@NullMarked
package org.keypointstudio.dataset.submission;

import org.jspecify.annotations.NullMarked;
