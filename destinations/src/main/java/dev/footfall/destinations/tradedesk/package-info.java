/** Offline conversions for The Trade Desk, its people known by UID2 or EUID. */
@NullMarked
package dev.footfall.destinations.tradedesk;

import org.jspecify.annotations.NullMarked;
