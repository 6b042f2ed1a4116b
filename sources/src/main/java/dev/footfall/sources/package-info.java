/** Where rows come from: sources, opened for a run and asked with SQL. */
@NullMarked
package dev.footfall.sources;

import org.jspecify.annotations.NullMarked;
