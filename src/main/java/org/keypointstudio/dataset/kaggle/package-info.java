/** The CSV files of Kaggle's Facial Keypoints Detection, images included. */
@NullMarked
package org.keypointstudio.dataset.kaggle;

import org.jspecify.annotations.NullMarked;
