/** Nothing that a person said is lost: the journal, the lock, what others change meanwhile. */
@NullMarked
package org.keypointstudio.ui.safety;

import org.jspecify.annotations.NullMarked;
