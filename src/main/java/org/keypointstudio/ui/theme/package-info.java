/** The look: style sheets, fonts, dark and light. */
@NullMarked
package org.keypointstudio.ui.theme;

import org.jspecify.annotations.NullMarked;
