/** Files that survive a loss of power. */
@NullMarked
package dev.footfall.store.disk;

import org.jspecify.annotations.NullMarked;
