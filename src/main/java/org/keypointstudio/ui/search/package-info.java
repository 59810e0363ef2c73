/** Finding faces by typing what is looked for. */
@NullMarked
package org.keypointstudio.ui.search;

import org.jspecify.annotations.NullMarked;
