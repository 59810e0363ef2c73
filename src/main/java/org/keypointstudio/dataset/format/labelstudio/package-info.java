/** The JSON that Label Studio exports. */
@NullMarked
package org.keypointstudio.dataset.format.labelstudio;

import org.jspecify.annotations.NullMarked;
