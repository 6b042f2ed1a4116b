/** Brings complete files to servers, and encrypts them; the only place that knows SSH and PGP. */
@NullMarked
package dev.footfall.app.transfer;

import org.jspecify.annotations.NullMarked;
