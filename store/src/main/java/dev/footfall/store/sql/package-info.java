/** Runs, outcomes, tokens and notes in tables; the same statements whatever the database. */
@NullMarked
package dev.footfall.store.sql;

import org.jspecify.annotations.NullMarked;
