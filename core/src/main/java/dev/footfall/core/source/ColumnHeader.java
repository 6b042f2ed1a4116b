package dev.footfall.core.source;

/**
 * Name and type of a result column.
 *
 * @param name as the query spells it
 * @param kind what its cells hold; {@link CellKind#TEXT} when the source has no column types
 */
public record ColumnHeader(String name, CellKind kind) {}
