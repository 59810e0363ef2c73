/** The training loop: split, batches, loss, schedule, and keeping the best weights. */
@NullMarked
package org.keypointstudio.training.loop;

import org.jspecify.annotations.NullMarked;
