/** Pure functions from a raw cell to the text that a platform hashes or takes. */
@NullMarked
package dev.footfall.core.normalise;

import org.jspecify.annotations.NullMarked;
