/** Plants errors in labels and measures how many an audit finds. */
@NullMarked
package org.keypointstudio.bench.audit;

import org.jspecify.annotations.NullMarked;
