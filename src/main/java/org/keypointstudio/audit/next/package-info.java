/** Which faces are to be labelled next, so that a model gains the most from the work. */
@NullMarked
package org.keypointstudio.audit.next;

import org.jspecify.annotations.NullMarked;
