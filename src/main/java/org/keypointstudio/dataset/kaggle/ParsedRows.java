package org.keypointstudio.dataset.kaggle;

import java.util.List;
import org.keypointstudio.model.Annotation;

/**
 * The faces of one block of lines.
 *
 * @param annotations one a face
 * @param pixels the faces' images one behind the other
 * @param lines of the block, blank ones included
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and shared on purpose
record ParsedRows(List<Annotation> annotations, byte[] pixels, int lines) {}
