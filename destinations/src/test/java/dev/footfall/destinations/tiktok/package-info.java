/** What is peculiar to TikTok. */
@NullMarked
package dev.footfall.destinations.tiktok;

import org.jspecify.annotations.NullMarked;
