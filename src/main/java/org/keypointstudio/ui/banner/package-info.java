/** Messages over the workspace that stay until they are answered. */
@NullMarked
package org.keypointstudio.ui.banner;

import org.jspecify.annotations.NullMarked;
