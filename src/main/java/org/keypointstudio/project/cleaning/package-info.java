/**
 * Finding rows of a data set that are wrong as a whole, and repairing or leaving them out by rule.
 */
@NullMarked
package org.keypointstudio.project.cleaning;

import org.jspecify.annotations.NullMarked;
