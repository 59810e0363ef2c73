/** How long the program takes from the start of its process to the first face. */
@NullMarked
package org.keypointstudio.bench.start;

import org.jspecify.annotations.NullMarked;
