/** Tasks in the window: running them off its thread, and what runs at present. */
@NullMarked
package org.keypointstudio.ui.task;

import org.jspecify.annotations.NullMarked;
