/** The embedded database: one SQLite file. */
@NullMarked
package dev.footfall.store.sqlite;

import org.jspecify.annotations.NullMarked;
