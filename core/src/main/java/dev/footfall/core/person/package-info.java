/** What people and orders are known by, so that those who were forgotten are not sent again. */
@NullMarked
package dev.footfall.core.person;

import org.jspecify.annotations.NullMarked;
