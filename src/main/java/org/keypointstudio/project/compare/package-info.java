/** Compares the models of training runs on the faces of a data set. */
@NullMarked
package org.keypointstudio.project.compare;

import org.jspecify.annotations.NullMarked;
