/** Entry point and the only place that wires the layers together. */
@NullMarked
package org.keypointstudio.app;

import org.jspecify.annotations.NullMarked;
