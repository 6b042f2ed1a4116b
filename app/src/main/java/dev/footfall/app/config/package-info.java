/** The project file: read with its places, checked against the destinations' specifications. */
@NullMarked
package dev.footfall.app.config;

import org.jspecify.annotations.NullMarked;
