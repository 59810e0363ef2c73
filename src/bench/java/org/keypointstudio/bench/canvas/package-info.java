/** How fast the window follows the hand: the times of frames while a person drags and pans. */
@NullMarked
package org.keypointstudio.bench.canvas;

import org.jspecify.annotations.NullMarked;
