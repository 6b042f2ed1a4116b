package dev.footfall.destinations.klaviyo;

import dev.footfall.core.normalise.ExternalIds;
import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.normalise.Trace;
import dev.footfall.core.source.Text;
import java.util.Optional;

/** The brand's own id as written, up to 255 characters. */
final class ExternalId implements Normaliser {
  static final Normaliser RULE = new ExternalId();
  private static final int LONGEST = 255;

  private ExternalId() {}

  @Override
  public String title() {
    return "external id, as written, at most 255 characters";
  }

  @Override
  public Optional<String> normalise(String value, Subject subject, Trace trace) {
    return ExternalIds.asWritten()
        .normalise(value, subject, trace)
        .filter(id -> id.codePointCount(0, id.length()) <= LONGEST);
  }

  @Override
  public int fast(Text value, Subject subject, byte[] out) {
    return value.length() <= LONGEST ? ExternalIds.asWritten().fast(value, subject, out) : SLOW;
  }
}
