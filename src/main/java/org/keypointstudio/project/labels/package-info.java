/**
 * What people say of faces that a data file cannot carry, and opening and saving it together with
 * the file.
 */
@NullMarked
package org.keypointstudio.project.labels;

import org.jspecify.annotations.NullMarked;
