/** Which faces to label next, as the window shows them. */
@NullMarked
package org.keypointstudio.ui.next;

import org.jspecify.annotations.NullMarked;
