/** Pictures of what the window shows. */
@NullMarked
package org.keypointstudio.ui.export;

import org.jspecify.annotations.NullMarked;
