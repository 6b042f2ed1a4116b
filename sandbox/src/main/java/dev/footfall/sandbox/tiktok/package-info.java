/** The double of TikTok's Events API for offline events, and the checker of its upload file. */
@org.jspecify.annotations.NullMarked
package dev.footfall.sandbox.tiktok;
