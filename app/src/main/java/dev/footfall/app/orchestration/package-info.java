/** Runs and previews orchestrations: the wiring of sources, destinations, store and delivery. */
@NullMarked
package dev.footfall.app.orchestration;

import org.jspecify.annotations.NullMarked;
