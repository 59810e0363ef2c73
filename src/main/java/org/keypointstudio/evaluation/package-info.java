/** Error measures of predictions against annotations. */
@NullMarked
package org.keypointstudio.evaluation;

import org.jspecify.annotations.NullMarked;
