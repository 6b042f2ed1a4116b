/** What one event costs between the column batches and its bytes. */
@NullMarked
package dev.footfall.bench.mapping;

import org.jspecify.annotations.NullMarked;
