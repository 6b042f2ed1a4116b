/**
 * The invented brand that demos, tests and measurements run on, and the queries that go with it.
 */
@NullMarked
package dev.footfall.app.sample;

import org.jspecify.annotations.NullMarked;
