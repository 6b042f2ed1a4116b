package dev.footfall.core.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.source.Text;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/** A normaliser as the tests use it: trimmed input in, text or hash out, both ways compared. */
record Rule(Normaliser normaliser, Subject subject) {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  static Rule of(Normaliser normaliser) {
    return new Rule(normaliser, new Subject("", "US", TODAY));
  }

  Rule in(String country) {
    return new Rule(normaliser, new Subject(country, "US", TODAY));
  }

  Rule withDefaultRegion(String region) {
    return new Rule(normaliser, new Subject("", region, TODAY));
  }

  /** What the rule makes of a cell; the quick way must have given the same. */
  Optional<String> of(String cell) {
    Text value = Text.of(cell).trim();
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> slow = normaliser.normalise(value.decode(), subject, Trace.NONE);
    Text quick = new Text();
    boolean taken = normaliser.apply(value, subject, new byte[512], quick);
    assertThat(taken ? Optional.of(quick.decode()) : Optional.<String>empty())
        .as("quick and readable way for %s", cell)
        .isEqualTo(slow);
    return slow;
  }

  /** The hash that a cell gives, or "refused". */
  String hash(String cell) {
    return of(cell).map(Rule::sha256).orElse("refused");
  }

  boolean isQuickFor(String cell) {
    return normaliser.fast(Text.of(cell).trim(), subject, new byte[512]) >= 0;
  }

  void gives(String normalised, String hash, String... cells) {
    for (String cell : cells) {
      assertThat(of(cell)).as(cell).contains(normalised);
      assertThat(hash(cell)).as(cell).isEqualTo(hash);
    }
  }

  void refuses(String... cells) {
    for (String cell : cells) {
      assertThat(of(cell)).as(cell).isEmpty();
    }
  }

  static String sha256(String text) {
    byte[] in = Text.utf8(text);
    byte[] out = new byte[Sha256.HEX];
    Sha256.ofThread().hexInto(in, in.length, out, 0);
    return new String(out, StandardCharsets.US_ASCII);
  }
}
