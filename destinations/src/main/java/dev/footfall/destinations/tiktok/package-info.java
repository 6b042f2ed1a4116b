/** TikTok: offline events through the Events API, or as files to upload. */
@NullMarked
package dev.footfall.destinations.tiktok;

import org.jspecify.annotations.NullMarked;
