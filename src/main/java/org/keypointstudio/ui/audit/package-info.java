/** The Audit workspace: suspicious labels one after the other, and what to do about each. */
@NullMarked
package org.keypointstudio.ui.audit;

import org.jspecify.annotations.NullMarked;
