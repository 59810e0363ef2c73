/** Finding faces by what is said of them: a small language that people type. */
@NullMarked
package org.keypointstudio.edit.query;

import org.jspecify.annotations.NullMarked;
