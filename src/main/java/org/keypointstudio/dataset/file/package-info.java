/** Recognises which format a file is in. */
@NullMarked
package org.keypointstudio.dataset.file;

import org.jspecify.annotations.NullMarked;
