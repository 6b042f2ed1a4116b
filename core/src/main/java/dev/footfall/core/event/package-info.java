/** One order's rows become one event: bytes, hashed and encoded once. */
@NullMarked
package dev.footfall.core.event;

import org.jspecify.annotations.NullMarked;
