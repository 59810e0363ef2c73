/** Which labels are probably wrong, why, and where they should stand. */
@NullMarked
package org.keypointstudio.audit;

import org.jspecify.annotations.NullMarked;
