/** Predicted keypoints and the port through which a trained model gives them. */
@NullMarked
package org.keypointstudio.prediction;

import org.jspecify.annotations.NullMarked;
