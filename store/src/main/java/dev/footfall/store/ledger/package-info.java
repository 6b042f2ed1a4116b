/** The embedded ledger: a small log-structured store of its own. */
@NullMarked
package dev.footfall.store.ledger;

import org.jspecify.annotations.NullMarked;
