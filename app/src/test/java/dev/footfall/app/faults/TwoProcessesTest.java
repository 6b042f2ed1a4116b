package dev.footfall.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.app.cli.Typed;
import dev.footfall.app.proof.Operator;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import dev.footfall.sandbox.platform.Injection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes in one project that run one orchestration at the same moment. */
class TwoProcessesTest {
  private static final int ORDERS = Faults.ofThisRun().full() ? 20_000 : 1_000;

  @TempDir Path folder;

  private Operator operator(String name) throws Exception {
    return Operator.in(
        folder.resolve("till"), folder.resolve("tmp-" + name), Till.SECRETS, List.of());
  }

  /** Whether a run has begun to send. */
  private boolean isHeld() {
    Path ledger = folder.resolve("till/.footfall/ledger");
    try (Stream<Path> tree = Files.walk(ledger)) {
      return tree.anyMatch(file -> file.endsWith("lock") && file.toFile().length() > 0);
    } catch (IOException | UncheckedIOException notYet) {
      return false;
    }
  }

  @Test
  void one_sends_and_the_other_is_told_so_and_sends_nothing() throws Exception {
    try (Sandbox sandbox =
        Sandbox.start(SandboxOptions.defaults().by(InstantSource.fixed(Typed.NOW)))) {
      new Till(folder.resolve("till"), sandbox).write("").orders(ORDERS);
      String[] run = {"run", "meta", "--json", "-q", "--now", Typed.NOW.toString()};
      try (Operator first = operator("first");
          Operator second = operator("second")) {
        assertThat(second.type("validate").code()).isZero();
        sandbox.inject("meta", Injection.next("slow").with("delay_ms", 10_000));
        first.begin(run);
        while (!isHeld()) {
          LockSupport.parkNanos(1_000_000);
        }
        Operator.Answer refused = second.type(run);
        Operator.Answer done = first.end();

        assertThat(refused.code()).as(refused.err()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().lines()).as(refused.err()).hasSize(1);
        assertThat(refused.err())
            .contains("another run (process ", ") is sending to ", "wait until it has finished");
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(new ObjectMapper().readTree(done.out()).at("/rows/accepted").intValue())
            .isEqualTo(ORDERS);
        assertThat(sandbox.counters("meta").received()).isEqualTo(ORDERS);
        System.out.printf(
            "figure: two processes: %d events, each sent once; %s", ORDERS, refused.err());
      }
    }
  }
}
