/** The Statistics workspace: what a whole data set looks like, in charts that lead to faces. */
@NullMarked
package org.keypointstudio.ui.statistics;

import org.jspecify.annotations.NullMarked;
