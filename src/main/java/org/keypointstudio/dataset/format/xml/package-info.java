/** Formats in XML, read without document types and entities. */
@NullMarked
package org.keypointstudio.dataset.format.xml;

import org.jspecify.annotations.NullMarked;
