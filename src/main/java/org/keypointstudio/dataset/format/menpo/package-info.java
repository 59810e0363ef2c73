/** The formats of the Menpo project, one file an image: .pts and landmark JSON. */
@NullMarked
package org.keypointstudio.dataset.format.menpo;

import org.jspecify.annotations.NullMarked;
