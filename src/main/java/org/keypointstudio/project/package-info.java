/** What is kept on disk beside a data set: journal, backups, marks, runs, audits, settings. */
@NullMarked
package org.keypointstudio.project;

import org.jspecify.annotations.NullMarked;
