/** What the window does when something goes wrong that should not. */
@NullMarked
package org.keypointstudio.ui.support;

import org.jspecify.annotations.NullMarked;
