package dev.footfall.core.run;

import java.util.Optional;

/**
 * One line of the history of runs.
 *
 * @param number counts the runs of an installation from 1; never used twice
 * @param start what was known when it began
 * @param end empty while it runs, and for ever when it was killed
 */
public record RecordedRun(int number, RunStart start, Optional<RunEnd> end) {}
