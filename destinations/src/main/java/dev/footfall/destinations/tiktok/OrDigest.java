package dev.footfall.destinations.tiktok;

import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.normalise.Sha256;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.normalise.Trace;
import dev.footfall.core.source.Text;
import java.util.Locale;
import java.util.Optional;

/** A plain identity, or one that the query hashed: a file takes both. */
record OrDigest(Normaliser plain) implements Normaliser {
  @Override
  public String title() {
    return plain.title() + ", or its SHA-256";
  }

  @Override
  public Optional<String> normalise(String value, Subject subject, Trace trace) {
    if (!Sha256.isHex64(Text.of(value))) {
      return plain.normalise(value, subject, trace);
    }
    String digest = value.toLowerCase(Locale.ROOT);
    trace.step("a digest already", digest);
    return Optional.of(digest);
  }

  @Override
  public int fast(Text value, Subject subject, byte[] out) {
    return Sha256.isHex64(value)
        ? Sha256.lowerHexInto(value, out, 0)
        : plain.fast(value, subject, out);
  }
}
