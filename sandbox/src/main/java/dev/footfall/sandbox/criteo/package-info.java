/** The double of Criteo's file drop, and the checker of its files. */
@org.jspecify.annotations.NullMarked
package dev.footfall.sandbox.criteo;
