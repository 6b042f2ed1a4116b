/** The double of Braze's user tracking: profiles that change, purchases that add up. */
@org.jspecify.annotations.NullMarked
package dev.footfall.sandbox.braze;
