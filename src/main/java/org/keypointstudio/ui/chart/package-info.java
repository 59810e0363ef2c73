/** Charts of many points that stay fluid while they grow. */
@NullMarked
package org.keypointstudio.ui.chart;

import org.jspecify.annotations.NullMarked;
