/** Side panels that can be hidden, shown and resized, and are remembered as they were left. */
@NullMarked
package org.keypointstudio.ui.dock;

import org.jspecify.annotations.NullMarked;
