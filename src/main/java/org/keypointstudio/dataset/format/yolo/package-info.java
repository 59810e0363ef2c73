/** The data sets of Ultralytics' YOLO for poses. */
@NullMarked
package org.keypointstudio.dataset.format.yolo;

import org.jspecify.annotations.NullMarked;
