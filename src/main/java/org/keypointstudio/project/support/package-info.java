/** What a person can send to those who make the program when something went wrong. */
@NullMarked
package org.keypointstudio.project.support;

import org.jspecify.annotations.NullMarked;
