/**
 * Guards what the platforms' folders have in common: their files' names, and as little text as can
 * be.
 */
@NullMarked
package dev.footfall.destinations.house;

import org.jspecify.annotations.NullMarked;
