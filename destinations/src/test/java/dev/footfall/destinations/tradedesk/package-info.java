/** The Trade Desk: what its contract says, tried. */
@NullMarked
package dev.footfall.destinations.tradedesk;

import org.jspecify.annotations.NullMarked;
