/** Pinterest: offline checkouts through the Conversions API, or as files to upload. */
@NullMarked
package dev.footfall.destinations.pinterest;

import org.jspecify.annotations.NullMarked;
