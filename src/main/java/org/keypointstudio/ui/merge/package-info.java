/** Merging the open data set with what another program made of its file meanwhile. */
@NullMarked
package org.keypointstudio.ui.merge;

import org.jspecify.annotations.NullMarked;
