package dev.footfall.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.app.cli.Typed;
import dev.footfall.app.config.Destinations;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.ProjectFile;
import dev.footfall.app.config.Surroundings;
import dev.footfall.app.orchestration.BrokenRun;
import dev.footfall.app.orchestration.Orchestrations;
import dev.footfall.app.orchestration.RunRequest;
import dev.footfall.core.run.FateListener;
import dev.footfall.core.run.Quarantine;
import dev.footfall.core.run.StopSignal;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import dev.footfall.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run has found wanting is kept when a fault that is not the store's ends it. */
class BrokenOffTest {
  private static final int ORDERS = 3_000;
  private static final int HEARD = 2_000;

  @TempDir Path folder;

  /** The disk that the rejects are written to is full. */
  private static FateListener full(AtomicInteger lines) {
    return line -> {
      if (lines.incrementAndGet() > HEARD) {
        throw new UncheckedIOException(new IOException("No space left on device"));
      }
    };
  }

  @Test
  void references_gathered_before_a_fault_are_in_the_quarantine_after_it() throws Exception {
    AtomicInteger lines = new AtomicInteger();
    RunRequest request =
        new RunRequest(Optional.of(Typed.NOW), false, full(lines), new StopSignal(), rows -> {});
    try (Sandbox sandbox =
            Sandbox.start(SandboxOptions.defaults().by(InstantSource.fixed(Typed.NOW)));
        Store store = Store.open(folder.resolve("state"))) {
      Till till = new Till(folder.resolve("till"), sandbox).write("");
      till.rows(ORDERS, i -> Till.order(i, "ORD-" + i, "QQQ"));
      Project project = ProjectFile.read(till.root(), Destinations.shipped()).orThrow();
      Orchestrations all =
          Orchestrations.of(project, new Surroundings(till.root(), Till.SECRETS), store);

      assertThatThrownBy(() -> all.run("meta", request)).isInstanceOf(BrokenRun.class);
      int kept = store.quarantine().names(Quarantine.Wanted.ALL).size();
      assertThat(kept).isBetween(HEARD, ORDERS);

      all.run("meta", RunRequest.plain().at(Typed.NOW));
      assertThat(store.quarantine().names(Quarantine.Wanted.ALL).size()).isEqualTo(ORDERS);
      assertThat(store.quarantine().sums(Quarantine.Wanted.ALL).get(0).rows()).isEqualTo(ORDERS);
    }
  }
}
