/** Audits of whole data sets: the predictions they need, and what they leave behind. */
@NullMarked
package org.keypointstudio.project.audit;

import org.jspecify.annotations.NullMarked;
