/** One execution of an orchestration, from rows to balanced books. */
@NullMarked
package dev.footfall.core.run;

import org.jspecify.annotations.NullMarked;
