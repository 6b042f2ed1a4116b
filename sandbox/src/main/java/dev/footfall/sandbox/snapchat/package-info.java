/** The double of Snapchat's Conversions API, and the checker of its upload file. */
@org.jspecify.annotations.NullMarked
package dev.footfall.sandbox.snapchat;
