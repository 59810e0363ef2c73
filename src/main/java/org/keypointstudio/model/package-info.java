/** Values of the field: keypoints, annotations, faces, images. Knows no other layer. */
@NullMarked
package org.keypointstudio.model;

import org.jspecify.annotations.NullMarked;
