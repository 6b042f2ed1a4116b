/** What can be typed: one class a command, and what they share. */
@NullMarked
package dev.footfall.app.cli;

import org.jspecify.annotations.NullMarked;
