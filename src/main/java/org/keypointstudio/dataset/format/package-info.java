/**
 * What all annotation formats have in common: a neutral value for annotated images, the port that a
 * format implements, and the list of formats.
 */
@NullMarked
package org.keypointstudio.dataset.format;

import org.jspecify.annotations.NullMarked;
