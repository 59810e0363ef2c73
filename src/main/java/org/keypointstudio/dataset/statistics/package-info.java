/** What a data set's labels add up to. */
@NullMarked
package org.keypointstudio.dataset.statistics;

import org.jspecify.annotations.NullMarked;
