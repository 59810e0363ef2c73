/** The settings, as the window watches them. */
@NullMarked
package org.keypointstudio.ui.settings;

import org.jspecify.annotations.NullMarked;
