/** The double of Meta's Conversions API. */
@org.jspecify.annotations.NullMarked
package dev.footfall.sandbox.meta;
