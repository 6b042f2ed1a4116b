/** Whole runs in bad weather: what is lost, what is sent twice, what is said of it. */
@NullMarked
package dev.footfall.app.faults;

import org.jspecify.annotations.NullMarked;
