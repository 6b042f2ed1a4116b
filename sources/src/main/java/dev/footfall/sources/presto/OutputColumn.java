package dev.footfall.sources.presto;

import java.util.Optional;

/**
 * What is known about one result column before the query runs.
 *
 * @param name the label, with the spelling of its alias
 * @param type the Presto type, e.g. {@code decimal(12,2)}
 * @param constantText the text, when every row holds this one literal
 * @param hashed whether the SQL makes it with a cryptographic hash (md5, sha1, sha256, sha2)
 * @param position where the expression stands in the user's SQL
 */
public record OutputColumn(
    String name, String type, Optional<String> constantText, boolean hashed, Position position) {}
