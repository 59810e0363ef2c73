/** The main job from end to end, done by the program itself. */
@NullMarked
package org.keypointstudio.ui.tour;

import org.jspecify.annotations.NullMarked;
