/** Changing the schema of a data set: names, order, flip pairs, lines and colours. */
@NullMarked
package org.keypointstudio.ui.schema;

import org.jspecify.annotations.NullMarked;
