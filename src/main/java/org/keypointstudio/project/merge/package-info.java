/** Merging data files. */
@NullMarked
package org.keypointstudio.project.merge;

import org.jspecify.annotations.NullMarked;
