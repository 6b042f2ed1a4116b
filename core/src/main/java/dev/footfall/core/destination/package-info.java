/** The promise that every platform keeps: data and two pure functions. */
@NullMarked
package dev.footfall.core.destination;

import org.jspecify.annotations.NullMarked;
