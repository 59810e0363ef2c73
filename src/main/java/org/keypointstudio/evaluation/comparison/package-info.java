/** Several models against the same labels, with the certainty of every difference. */
@NullMarked
package org.keypointstudio.evaluation.comparison;

import org.jspecify.annotations.NullMarked;
