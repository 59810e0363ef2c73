/** Studies in the window: several recipes, each with several seeds, and which was best. */
@NullMarked
package org.keypointstudio.ui.study;

import org.jspecify.annotations.NullMarked;
