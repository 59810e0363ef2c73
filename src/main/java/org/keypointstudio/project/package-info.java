/** What is kept on disk beside a data set: the folders of training runs. */
@NullMarked
package org.keypointstudio.project;

import org.jspecify.annotations.NullMarked;
