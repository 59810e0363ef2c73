/** Keypoints in the JSON of COCO. */
@NullMarked
package org.keypointstudio.dataset.format.coco;

import org.jspecify.annotations.NullMarked;
