/** Whole-path proofs: the real command line in a process of its own, watched from outside. */
@NullMarked
package dev.footfall.app.proof;

import org.jspecify.annotations.NullMarked;
