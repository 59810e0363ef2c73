/** Choosers and questions, behind one interface. */
@NullMarked
package org.keypointstudio.ui.dialog;

import org.jspecify.annotations.NullMarked;
