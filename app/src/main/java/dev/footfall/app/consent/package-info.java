/** A person's consent: the address that asks for it, and the answer to it. */
@NullMarked
package dev.footfall.app.consent;

import org.jspecify.annotations.NullMarked;
