/**
 * Where missing keypoints probably are: proposals that are never labels until a person accepts
 * them.
 */
@NullMarked
package org.keypointstudio.ghost;

import org.jspecify.annotations.NullMarked;
