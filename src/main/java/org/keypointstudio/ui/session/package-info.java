/** What all workspaces share: the open data set, the selection, the filter, the models. */
@NullMarked
package org.keypointstudio.ui.session;

import org.jspecify.annotations.NullMarked;
