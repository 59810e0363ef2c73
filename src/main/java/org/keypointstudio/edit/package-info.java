/** The annotations under edit: document, changes, undo history. */
@NullMarked
package org.keypointstudio.edit;

import org.jspecify.annotations.NullMarked;
