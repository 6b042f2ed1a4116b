/** Loopback doubles of the platforms, strict and independent of the code that sends to them. */
@org.jspecify.annotations.NullMarked
package dev.footfall.sandbox;
