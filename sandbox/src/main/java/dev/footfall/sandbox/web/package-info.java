/** The HTTP side: platforms by path prefix, the control interface, the page for people. */
@org.jspecify.annotations.NullMarked
package dev.footfall.sandbox.web;
