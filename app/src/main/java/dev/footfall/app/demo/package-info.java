/** The demonstration: a project whose platforms are the sandbox. */
@NullMarked
package dev.footfall.app.demo;

import org.jspecify.annotations.NullMarked;
