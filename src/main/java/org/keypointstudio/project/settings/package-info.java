/** What the program remembers from start to start. */
@NullMarked
package org.keypointstudio.project.settings;

import org.jspecify.annotations.NullMarked;
