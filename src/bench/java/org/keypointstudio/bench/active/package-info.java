/** How much faster a model learns from faces that were suggested than from faces at random. */
@NullMarked
package org.keypointstudio.bench.active;

import org.jspecify.annotations.NullMarked;
