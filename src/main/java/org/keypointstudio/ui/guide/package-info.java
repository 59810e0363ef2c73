/** Guided placing: the program names the next missing keypoint, and one click places it. */
@NullMarked
package org.keypointstudio.ui.guide;

import org.jspecify.annotations.NullMarked;
