/** The project files, annotations and tables of the VGG Image Annotator, version 2. */
@NullMarked
package org.keypointstudio.dataset.format.via;

import org.jspecify.annotations.NullMarked;
