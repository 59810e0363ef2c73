/**
 * SLEAP's labels, an HDF5 file: what is where in it, reading it, changing its points in place and
 * writing a new one.
 */
@NullMarked
package org.keypointstudio.dataset.format.sleap;

import org.jspecify.annotations.NullMarked;
