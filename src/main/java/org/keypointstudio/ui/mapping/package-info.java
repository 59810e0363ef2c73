/** Making the keypoints of one schema of those of another. */
@NullMarked
package org.keypointstudio.ui.mapping;

import org.jspecify.annotations.NullMarked;
