/** One window for each project. */
@NullMarked
package org.keypointstudio.project.lock;

import org.jspecify.annotations.NullMarked;
