/** Comparisons as people and programs take them away: tables, plots, pages. */
@NullMarked
package org.keypointstudio.report;

import org.jspecify.annotations.NullMarked;
