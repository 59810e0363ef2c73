/** Cleaning the open data set by rules: look first, decide by picture, then apply as one step. */
@NullMarked
package org.keypointstudio.ui.cleaning;

import org.jspecify.annotations.NullMarked;
