/** The Train workspace: runs, their live monitor and the configuration of the next one. */
@NullMarked
package org.keypointstudio.ui.train;

import org.jspecify.annotations.NullMarked;
