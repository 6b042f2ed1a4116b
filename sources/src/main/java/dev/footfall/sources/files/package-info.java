/** Files as tables and as rows. */
@NullMarked
package dev.footfall.sources.files;

import org.jspecify.annotations.NullMarked;
