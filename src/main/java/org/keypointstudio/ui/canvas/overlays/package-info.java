/** What is drawn over a face, one class a layer. */
@NullMarked
package org.keypointstudio.ui.canvas.overlays;

import org.jspecify.annotations.NullMarked;
