/** The journal of unsaved changes: written before a change is acknowledged, read after a crash. */
@NullMarked
package org.keypointstudio.project.journal;

import org.jspecify.annotations.NullMarked;
