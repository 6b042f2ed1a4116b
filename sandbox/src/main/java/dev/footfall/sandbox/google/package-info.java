/** The double of Google's Data Manager and Ads APIs, their tokens, and the store-sales file. */
@org.jspecify.annotations.NullMarked
package dev.footfall.sandbox.google;
