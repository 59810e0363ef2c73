/** The Compare workspace: the same face once per model, and the models' figures. */
@NullMarked
package org.keypointstudio.ui.compare;

import org.jspecify.annotations.NullMarked;
