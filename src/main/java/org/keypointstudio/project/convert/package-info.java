/** Writing the faces of a data set in another format. */
@NullMarked
package org.keypointstudio.project.convert;

import org.jspecify.annotations.NullMarked;
