/** State that outlives a run: one folder, opened as one thing. */
@NullMarked
package dev.footfall.store;

import org.jspecify.annotations.NullMarked;
