/** Models that come with the program, in the window. */
@NullMarked
package org.keypointstudio.ui.starter;

import org.jspecify.annotations.NullMarked;
