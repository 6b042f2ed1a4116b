/** Reading request bodies in one strict pass: closed shapes, faults that name their path. */
@org.jspecify.annotations.NullMarked
package dev.footfall.sandbox.json;
