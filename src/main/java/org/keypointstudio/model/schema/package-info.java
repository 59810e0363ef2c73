/** Schemas that many data sets share, guesses about others, and ways from one to another. */
@NullMarked
package org.keypointstudio.model.schema;

import org.jspecify.annotations.NullMarked;
