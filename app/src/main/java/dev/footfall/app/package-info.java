/** The program's door. */
@NullMarked
package dev.footfall.app;

import org.jspecify.annotations.NullMarked;
