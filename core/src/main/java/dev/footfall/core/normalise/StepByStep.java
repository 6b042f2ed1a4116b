package dev.footfall.core.normalise;

import dev.footfall.core.source.Text;
import java.util.List;
import java.util.Optional;

/**
 * A normaliser made of named steps, with a short cut for plain values.
 *
 * <p>Refuses texts that no identity field can hold before any step sees them: those with U+FFFD,
 * which malformed bytes and lone surrogates leave behind, and those far longer than any name.
 */
final class StepByStep implements Normaliser {
  /** More characters than any identity has. */
  private static final int LONGEST = 1000;

  /** The short cut; see {@link Normaliser#fast}. */
  @FunctionalInterface
  interface ShortCut {
    int fast(Text value, Subject subject, byte[] out);
  }

  private final String title;
  private final int longest;
  private final List<Step> steps;
  private final ShortCut shortCut;

  StepByStep(String title, ShortCut shortCut, Step... steps) {
    this(title, LONGEST, shortCut, steps);
  }

  /** Refuses values of more than {@code longest} characters. */
  StepByStep(String title, int longest, ShortCut shortCut, Step... steps) {
    this.title = title;
    this.longest = longest;
    this.shortCut = shortCut;
    this.steps = List.of(steps);
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public Optional<String> normalise(String value, Subject subject, Trace trace) {
    if (value.length() > longest) {
      trace.step("refused", "longer than " + longest + " characters");
      return Optional.empty();
    }
    if (value.indexOf('\uFFFD') >= 0) {
      trace.step("refused", "holds characters that cannot be read (U+FFFD)");
      return Optional.empty();
    }
    String current = value;
    for (Step step : steps) {
      Optional<String> next = step.change().apply(current, subject);
      if (next.isEmpty() || next.get().isEmpty()) {
        trace.step(step.name(), "refused");
        return Optional.empty();
      }
      current = next.get();
      trace.step(step.name(), current);
    }
    return Optional.of(current);
  }

  @Override
  public int fast(Text value, Subject subject, byte[] out) {
    return shortCut.fast(value, subject, out);
  }
}
