/** The double of Klaviyo: profiles and their import jobs, lists, events, OAuth. */
@org.jspecify.annotations.NullMarked
package dev.footfall.sandbox.klaviyo;
