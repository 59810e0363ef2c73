/** The jobs of the window for scripts and terminals. */
@NullMarked
package org.keypointstudio.cli;

import org.jspecify.annotations.NullMarked;
