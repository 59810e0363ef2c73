/**
 * Formats that hold points and rectangles one by one: which of them make a face, and how one is
 * changed in place.
 */
@NullMarked
package org.keypointstudio.dataset.format.shape;

import org.jspecify.annotations.NullMarked;
