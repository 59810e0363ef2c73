/** What the mouse does on the canvas, one class a tool. */
@NullMarked
package org.keypointstudio.ui.canvas.tools;

import org.jspecify.annotations.NullMarked;
