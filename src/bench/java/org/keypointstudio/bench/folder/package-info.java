/** Browsing a folder of very many image files. */
@NullMarked
package org.keypointstudio.bench.folder;

import org.jspecify.annotations.NullMarked;
