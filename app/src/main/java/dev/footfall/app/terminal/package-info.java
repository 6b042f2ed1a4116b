/** What people see: tables, progress, colours, numbers. */
@NullMarked
package dev.footfall.app.terminal;

import org.jspecify.annotations.NullMarked;
