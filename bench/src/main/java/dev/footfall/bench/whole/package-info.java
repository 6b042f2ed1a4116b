/** What a whole run costs, from files to the platform's answers. */
@NullMarked
package dev.footfall.bench.whole;

import org.jspecify.annotations.NullMarked;
