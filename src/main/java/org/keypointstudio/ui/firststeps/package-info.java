/** Showing a person around who starts the program for the first time. */
@NullMarked
package org.keypointstudio.ui.firststeps;

import org.jspecify.annotations.NullMarked;
