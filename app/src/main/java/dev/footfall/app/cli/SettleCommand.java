package dev.footfall.app.cli;

import dev.footfall.app.config.StoreConfig;
import dev.footfall.app.fault.ExitCode;
import dev.footfall.app.orchestration.Settling;
import dev.footfall.app.terminal.Figures;
import dev.footfall.core.ledger.Settlement;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.store.Store;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Settles events whose answer was lost. */
@Command(
    name = "settle",
    description = "Say what became of a run's events whose answer was lost.",
    footer = {
      "footfall settle 20261121-0630 --as delivered",
      "footfall settle 20261121-0630 --as resend"
    })
final class SettleCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "RUN", description = "The run's id or its beginning.")
  private String id = "";

  @Option(
      names = "--as",
      paramLabel = "FATE",
      required = true,
      description =
          "delivered: the platform has them, never send them again; resend: it has not, the next"
              + " run may send them.")
  private Fate fate = Fate.DELIVERED;

  /** What a person found out. */
  enum Fate {
    /** The platform has the events. */
    DELIVERED(Settlement.DELIVERED),
    /** It has not. */
    RESEND(Settlement.RELEASED);

    private final Settlement settlement;

    Fate(Settlement settlement) {
      this.settlement = settlement;
    }
  }

  SettleCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    StoreConfig config = session.projectFile().store();
    FoundRun.requireHistory(session, config);
    try (Store store = OpenStore.of(session, config)) {
      RecordedRun run = FoundRun.of(Optional.of(id), store);
      long settled = new Settling(store).settle(run, fate.settlement, session.clock().instant());
      session.console().print(words(run, settled));
    }
    return ExitCode.DONE.number();
  }

  private String words(RecordedRun run, long settled) {
    if (settled == 0) {
      return "Run " + run.start().id() + " left no event of unknown outcome; nothing to settle.";
    }
    String events = Figures.of(settled, "event") + " of run " + run.start().id();
    return switch (fate) {
      case DELIVERED -> events + ": delivered, never sent again.";
      case RESEND -> events + ": released; the next run sends what is still in the window.";
    };
  }
}
