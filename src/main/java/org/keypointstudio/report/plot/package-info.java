/** Plots that are drawn once and written as SVG and as PNG. */
@NullMarked
package org.keypointstudio.report.plot;

import org.jspecify.annotations.NullMarked;
