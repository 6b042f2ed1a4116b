package dev.footfall.sandbox.platform;

import dev.footfall.sandbox.csv.CsvFault;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/** Checks a file that a person would upload to the platform, under its usual settings. */
@FunctionalInterface
public interface CsvCheck {

  /** The faults of a file, first ones first, not more than a person would read. */
  List<CsvFault> check(String name, InputStream file, Instant now) throws IOException;
}
