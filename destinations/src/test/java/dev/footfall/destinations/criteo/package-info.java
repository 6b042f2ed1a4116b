/** Criteo, by its rules. */
@NullMarked
package dev.footfall.destinations.criteo;

import org.jspecify.annotations.NullMarked;
