/** The window's thread, as a port that tests replace. */
@NullMarked
package org.keypointstudio.ui.thread;

import org.jspecify.annotations.NullMarked;
