/** Which faces belong together: the same person, the same video. */
@NullMarked
package org.keypointstudio.dataset.groups;

import org.jspecify.annotations.NullMarked;
