/** Offers what a text field's content may become. */
@NullMarked
package org.keypointstudio.ui.completion;

import org.jspecify.annotations.NullMarked;
