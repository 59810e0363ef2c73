package org.keypointstudio.dataset.kaggle;

import java.util.List;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;

/**
 * The faces of one block of lines.
 *
 * @param annotations one a face
 * @param images one a face
 * @param lines of the block, blank ones included
 */
record ParsedRows(List<Annotation> annotations, List<GrayImage> images, int lines) {}
