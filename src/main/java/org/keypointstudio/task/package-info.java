/** Work in the background: tasks, progress, cancelling, and the executor port. */
@NullMarked
package org.keypointstudio.task;

import org.jspecify.annotations.NullMarked;
