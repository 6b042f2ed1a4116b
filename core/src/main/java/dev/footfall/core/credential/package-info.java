/** Secrets, and the tokens that are renewed with them. */
@NullMarked
package dev.footfall.core.credential;

import org.jspecify.annotations.NullMarked;
