/** Reading upload files strictly, line by line. */
@org.jspecify.annotations.NullMarked
package dev.footfall.sandbox.csv;
