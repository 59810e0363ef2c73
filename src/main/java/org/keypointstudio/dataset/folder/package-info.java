/** Folders of image files beside a CSV with their keypoints. */
@NullMarked
package org.keypointstudio.dataset.folder;

import org.jspecify.annotations.NullMarked;
