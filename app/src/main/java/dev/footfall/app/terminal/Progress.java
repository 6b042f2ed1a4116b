package dev.footfall.app.terminal;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Shows how far something is: one moving line on a terminal, a plain line now and then elsewhere,
 * nothing when quiet is asked for. Safe for several threads.
 */
public final class Progress implements AutoCloseable {
  private static final Duration LIVE_PACE = Duration.ofMillis(100);
  private static final Duration PLAIN_PACE = Duration.ofSeconds(10);
  private static final int BAR = 24;
  private static final String CLEAR = "\r\u001b[K";

  private final Console console;
  private final String title;
  private final String noun;
  private final LongSupplier nanos;
  private final long began;
  private long shown;
  private boolean drawn;

  private Progress(Console console, String title, String noun, LongSupplier nanos) {
    this.console = console;
    this.title = title;
    this.noun = noun;
    this.nanos = nanos;
    this.began = nanos.getAsLong();
    this.shown = began;
  }

  /** Begins to show something that counts {@code noun}s, such as {@code row}. */
  public static Progress of(Console console, String title, String noun) {
    return new Progress(console, title, noun, System::nanoTime);
  }

  static Progress of(Console console, String title, String noun, LongSupplier nanos) {
    return new Progress(console, title, noun, nanos);
  }

  /** So many are done; nobody knows how many there will be. */
  public void update(long done) {
    update(done, 0);
  }

  /** So many are done of a total; a total of 0 is unknown. */
  public synchronized void update(long done, long total) {
    long now = nanos.getAsLong();
    Duration pace = console.look().live() ? LIVE_PACE : PLAIN_PACE;
    if (console.look().quiet() || now - shown < pace.toNanos()) {
      return;
    }
    shown = now;
    if (console.look().live()) {
      drawn = true;
      console.err().print(CLEAR + line(done, total, now));
      console.err().flush();
    } else {
      console.say(line(done, total, now));
    }
  }

  private String line(long done, long total, long now) {
    String rate = rate(done, now);
    if (total <= 0) {
      return title + "  " + Figures.of(done, noun) + rate;
    }
    String count = Figures.count(done) + " of " + Figures.of(total, noun);
    return console.look().live()
        ? title + "  " + bar(done, total) + "  " + count + rate
        : title + "  " + count + rate;
  }

  private String bar(long done, long total) {
    int full = (int) Math.min(BAR, BAR * done / total);
    return Style.COMMAND.on("█".repeat(full), console.look().colourErr())
        + Style.FAINT.on("░".repeat(BAR - full), console.look().colourErr());
  }

  private String rate(long done, long now) {
    double seconds = (now - began) / 1e9;
    return seconds < 0.5 || done == 0
        ? ""
        : "  " + Figures.count(Math.round(done / seconds)) + " " + noun + "s/s";
  }

  /** Time since the beginning. */
  public Duration elapsed() {
    return Duration.ofNanos(nanos.getAsLong() - began);
  }

  /** Takes the moving line away. */
  @Override
  public synchronized void close() {
    if (drawn) {
      console.err().print(CLEAR);
      console.err().flush();
      drawn = false;
    }
  }
}
