/** What a training run is: configuration, data, trainer port, events, record. */
@NullMarked
package org.keypointstudio.training;

import org.jspecify.annotations.NullMarked;
