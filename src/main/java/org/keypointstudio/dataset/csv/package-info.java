/** What the formats that are kept in CSV files share: containers, lines, cells, saving. */
@NullMarked
package org.keypointstudio.dataset.csv;

import org.jspecify.annotations.NullMarked;
