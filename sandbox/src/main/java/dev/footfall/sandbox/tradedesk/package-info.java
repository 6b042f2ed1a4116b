/** The double of The Trade Desk's offline conversions. */
@org.jspecify.annotations.NullMarked
package dev.footfall.sandbox.tradedesk;
