/** What a person says of a face besides its keypoints: reviewed, tags, a note. */
@NullMarked
package org.keypointstudio.ui.notes;

import org.jspecify.annotations.NullMarked;
