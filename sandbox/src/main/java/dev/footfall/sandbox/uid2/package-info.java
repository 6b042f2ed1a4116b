/** The double of the UID2 and EUID operator's identity map, envelopes and all. */
@org.jspecify.annotations.NullMarked
package dev.footfall.sandbox.uid2;
