/** The window's frame: menus, rail, top bar, status bar. */
@NullMarked
package org.keypointstudio.ui.shell;

import org.jspecify.annotations.NullMarked;
