/** The double of Pinterest's Conversions API, and the checker of its upload file. */
@org.jspecify.annotations.NullMarked
package dev.footfall.sandbox.pinterest;
