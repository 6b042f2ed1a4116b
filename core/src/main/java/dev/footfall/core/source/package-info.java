/** What a row is: typed cells in column batches, whatever engine they came from. */
@NullMarked
package dev.footfall.core.source;

import org.jspecify.annotations.NullMarked;
