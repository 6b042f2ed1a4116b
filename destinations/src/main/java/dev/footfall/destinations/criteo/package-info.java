/** Criteo: store sales of the last days as delimited files. */
@NullMarked
package dev.footfall.destinations.criteo;

import org.jspecify.annotations.NullMarked;
