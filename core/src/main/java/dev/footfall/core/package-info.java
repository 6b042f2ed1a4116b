/** From a row to a recorded outcome: one package per stage. */
@NullMarked
package dev.footfall.core;

import org.jspecify.annotations.NullMarked;
