/** Everything a person can do: its name, icon and keys, once. */
@NullMarked
package org.keypointstudio.ui.action;

import org.jspecify.annotations.NullMarked;
