/** A PostgreSQL database that several machines share, and the ledger in it. */
@NullMarked
package dev.footfall.store.postgres;

import org.jspecify.annotations.NullMarked;
