package dev.footfall.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final AtomicLong nanos = new AtomicLong();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Console console(String terminals, boolean quiet) {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return Console.of(
        out,
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Map.of("FOOTFALL_TERMINAL", terminals),
        new Console.Wishes(true, quiet));
  }

  private void seconds(long seconds) {
    nanos.addAndGet(seconds * 1_000_000_000L);
  }

  @Test
  void elsewhere_than_on_a_terminal_it_prints_a_plain_line_now_and_then() {
    try (Progress progress = Progress.of(console("", false), "Sending", "row", nanos::get)) {
      progress.update(10, 100);
      seconds(20);
      progress.update(50, 100);
      progress.update(60, 100);
    }
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("Sending  50 of 100 rows  3 rows/s\n");
  }

  @Test
  void on_a_terminal_one_line_moves_and_vanishes() {
    try (Progress progress = Progress.of(console("err", false), "Sending", "row", nanos::get)) {
      seconds(1);
      progress.update(50, 100);
    }
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("████████████░")
        .endsWith("\r\u001b[K");
  }

  @Test
  void quiet_shows_nothing() {
    try (Progress progress = Progress.of(console("err", true), "Sending", "row", nanos::get)) {
      seconds(60);
      progress.update(50, 100);
    }
    assertThat(err.size()).isZero();
  }
}
