/** Measurements in CPU time, so that they hold on a busy machine. */
@NullMarked
package dev.footfall.bench;

import org.jspecify.annotations.NullMarked;
