package dev.footfall.app.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an instant that a person typed. */
final class InstantOption implements ITypeConverter<Instant> {
  @Override
  public Instant convert(String text) {
    try {
      return OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeException wrong) {
      throw new TypeConversionException(
          "'" + text + "' is no instant; write one such as 2026-11-21T00:00:00Z");
    }
  }
}
