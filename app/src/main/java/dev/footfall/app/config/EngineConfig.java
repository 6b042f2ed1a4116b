package dev.footfall.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the embedded engine may use while it reads a source; what is empty is the engine's own
 * choice.
 *
 * @param memoryLimit how much it may hold before it spills, such as {@code 2GB}
 * @param threads how many threads it works with
 * @param timeout the longest wait for the first rows of a query, and for each next batch
 * @param tempFolder below which it spills
 * @param tempLimit how much it may spill, such as {@code 200GB}
 */
public record EngineConfig(
    Optional<String> memoryLimit,
    Optional<Integer> threads,
    Optional<Duration> timeout,
    Optional<Path> tempFolder,
    Optional<String> tempLimit) {}
