/** An invented platform, as small as a destination can be: to be copied. See CONTRIBUTING.md. */
@NullMarked
package dev.footfall.destinations.example;

import org.jspecify.annotations.NullMarked;
