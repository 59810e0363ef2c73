/** Filters and orders that people gave a name. */
@NullMarked
package org.keypointstudio.project.views;

import org.jspecify.annotations.NullMarked;
