/** Opening and saving data sets from the window. */
@NullMarked
package org.keypointstudio.ui.file;

import org.jspecify.annotations.NullMarked;
