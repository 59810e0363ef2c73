/**
 * A renderer of grey portraits whose keypoints are known: people, pictures of them, and the
 * geometry that both the pixels and the keypoints come from.
 *
 * <p>Face space is measured in inter-ocular distances: the origin lies midway between the eyes, x
 * runs to the subject's left (right in the picture), y up, z towards the camera.
 *
 * <p>Everything here is deterministic to the bit on every machine: random numbers come from {@link
 * java.util.Random}, whose algorithm is specified, and transcendental functions from {@link
 * StrictMath}.
 */
@NullMarked
package org.keypointstudio.generate.face;

import org.jspecify.annotations.NullMarked;
