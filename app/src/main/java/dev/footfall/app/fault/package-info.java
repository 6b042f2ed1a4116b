/** What a person can put right, and how a command ended; known to all parts of the application. */
@NullMarked
package dev.footfall.app.fault;

import org.jspecify.annotations.NullMarked;
