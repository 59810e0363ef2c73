/** The CSV of DeepLabCut and Lightning Pose. */
@NullMarked
package org.keypointstudio.dataset.format.deeplabcut;

import org.jspecify.annotations.NullMarked;
