/** What comes with the program: models that are trained already, and data to try it on. */
@NullMarked
package org.keypointstudio.project.shipped;

import org.jspecify.annotations.NullMarked;
