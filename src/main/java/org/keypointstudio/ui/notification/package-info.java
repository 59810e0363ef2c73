/** Short messages that come and go. */
@NullMarked
package org.keypointstudio.ui.notification;

import org.jspecify.annotations.NullMarked;
