/** Requests go out: paced, retried, bisected, and every event comes back with one outcome. */
@NullMarked
package dev.footfall.core.delivery;

import org.jspecify.annotations.NullMarked;
