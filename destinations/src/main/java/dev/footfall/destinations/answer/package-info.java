/** What platforms answer, read alike: JSON, and grants of OAuth tokens. */
@NullMarked
package dev.footfall.destinations.answer;

import org.jspecify.annotations.NullMarked;
