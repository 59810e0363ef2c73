package org.keypointstudio.generate.face;

import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;

/**
 * A picture and where its keypoints are.
 *
 * @param image grey levels
 * @param annotation the keypoints of {@link org.keypointstudio.model.KeypointSchema#kaggle15()},
 *     all placed, in pixel indices of the image
 */
public record RenderedFace(GrayImage image, Annotation annotation) {}
