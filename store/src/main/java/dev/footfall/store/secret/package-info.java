/** What is derived from the installation's secret. */
@NullMarked
package dev.footfall.store.secret;

import org.jspecify.annotations.NullMarked;
