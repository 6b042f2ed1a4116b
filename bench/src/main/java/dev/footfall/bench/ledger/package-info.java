/** What the embedded ledger costs at any number of keys. */
@NullMarked
package dev.footfall.bench.ledger;

import org.jspecify.annotations.NullMarked;
