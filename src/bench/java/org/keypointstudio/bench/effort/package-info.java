/** How much work it is to label faces by hand and with help: a scripted annotator, replayed. */
@NullMarked
package org.keypointstudio.bench.effort;

import org.jspecify.annotations.NullMarked;
