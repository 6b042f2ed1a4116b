/** What was delivered before, so that nothing is sent twice. */
@NullMarked
package dev.footfall.core.ledger;

import org.jspecify.annotations.NullMarked;
