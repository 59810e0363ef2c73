/** Proposals for missing keypoints, and accepting them. */
@NullMarked
package org.keypointstudio.ui.ghost;

import org.jspecify.annotations.NullMarked;
