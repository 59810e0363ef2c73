/** Earlier versions of data files. */
@NullMarked
package org.keypointstudio.project.backup;

import org.jspecify.annotations.NullMarked;
