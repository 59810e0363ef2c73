/** What the formats in JSON share: recognising, streaming and rewriting files. */
@NullMarked
package org.keypointstudio.dataset.format.json;

import org.jspecify.annotations.NullMarked;
