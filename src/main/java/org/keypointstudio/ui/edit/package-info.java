/** The Edit workspace: one face, large, and its keypoints. */
@NullMarked
package org.keypointstudio.ui.edit;

import org.jspecify.annotations.NullMarked;
