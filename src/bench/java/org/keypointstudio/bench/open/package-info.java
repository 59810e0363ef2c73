/** Opening data sets of any size, beside other ways to read them. */
@NullMarked
package org.keypointstudio.bench.open;

import org.jspecify.annotations.NullMarked;
