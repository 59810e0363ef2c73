/** Files of schemas and of mappings between them. */
@NullMarked
package org.keypointstudio.dataset.schema;

import org.jspecify.annotations.NullMarked;
