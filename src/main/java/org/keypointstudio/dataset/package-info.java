/** Opening, writing, splitting and describing data sets, one package per format. */
@NullMarked
package org.keypointstudio.dataset;

import org.jspecify.annotations.NullMarked;
