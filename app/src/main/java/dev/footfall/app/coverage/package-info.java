/** How many of a query's rows and events carry what a platform matches people by. */
@NullMarked
package dev.footfall.app.coverage;

import org.jspecify.annotations.NullMarked;
