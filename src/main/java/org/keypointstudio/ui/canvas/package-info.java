/** The canvas: one face, large, with everything that is drawn over it. */
@NullMarked
package org.keypointstudio.ui.canvas;

import org.jspecify.annotations.NullMarked;
