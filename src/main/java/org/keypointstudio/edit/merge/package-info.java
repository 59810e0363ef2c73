/** Merging two people's labels of the same faces. */
@NullMarked
package org.keypointstudio.edit.merge;

import org.jspecify.annotations.NullMarked;
