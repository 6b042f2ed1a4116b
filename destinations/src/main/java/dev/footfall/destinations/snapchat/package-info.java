/** Snapchat: offline conversions through the Conversions API, or as files to upload. */
@NullMarked
package dev.footfall.destinations.snapchat;

import org.jspecify.annotations.NullMarked;
