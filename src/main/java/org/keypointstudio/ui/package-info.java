/** The window: one package a view with its view model, and what the views share. */
@NullMarked
package org.keypointstudio.ui;

import org.jspecify.annotations.NullMarked;
