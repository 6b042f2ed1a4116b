/** Rows of one order come together. */
@NullMarked
package dev.footfall.core.group;

import org.jspecify.annotations.NullMarked;
