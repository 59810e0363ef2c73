/** What a network is, how faces become its input, and the port behind which it computes. */
@NullMarked
package org.keypointstudio.training.network;

import org.jspecify.annotations.NullMarked;
