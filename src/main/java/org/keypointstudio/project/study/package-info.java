/**
 * Grids of runs that answer a question: read from a file, run one after the other, told as a table.
 */
@NullMarked
package org.keypointstudio.project.study;

import org.jspecify.annotations.NullMarked;
