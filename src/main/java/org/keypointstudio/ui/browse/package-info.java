/** The Browse workspace: the gallery and what the set adds up to. */
@NullMarked
package org.keypointstudio.ui.browse;

import org.jspecify.annotations.NullMarked;
