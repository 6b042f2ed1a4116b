package dev.footfall.destinations.tiktok;

import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.normalise.Trace;
import dev.footfall.core.source.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One of a few lower-case words, written in any case. */
final class OneOf implements Normaliser {
  private final List<String> words;
  private final byte[][] bytes;

  OneOf(List<String> words) {
    this.words = List.copyOf(words);
    this.bytes = words.stream().map(Text::utf8).toArray(byte[][]::new);
  }

  @Override
  public String title() {
    return "one of " + String.join(", ", words);
  }

  @Override
  public Optional<String> normalise(String value, Subject subject, Trace trace) {
    String word = value.toLowerCase(Locale.ROOT);
    trace.step("lower case", word);
    return Optional.of(word).filter(words::contains);
  }

  @Override
  public int fast(Text value, Subject subject, byte[] out) {
    for (byte[] word : bytes) {
      if (value.sameBytes(word)) {
        System.arraycopy(word, 0, out, 0, word.length);
        return word.length;
      }
    }
    return SLOW;
  }
}
