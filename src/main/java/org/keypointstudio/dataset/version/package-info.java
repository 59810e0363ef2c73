/** Which version of its format a file of this program is of. */
@NullMarked
package org.keypointstudio.dataset.version;

import org.jspecify.annotations.NullMarked;
