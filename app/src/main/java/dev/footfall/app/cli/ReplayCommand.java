package dev.footfall.app.cli;

import dev.footfall.app.orchestration.Orchestrations;
import dev.footfall.app.orchestration.Replay;
import dev.footfall.app.orchestration.RunRequest;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sends again what is in quarantine. */
@Command(
    name = "replay",
    description = {
      "Send what is in quarantine, once its cause is mended, and nothing else.",
      "The books hold the rows of these orders only, not the others that the query returns."
    },
    footer = {
      "footfall replay stores-to-meta",
      "footfall replay stores-to-meta --code BAD_CURRENCY --dry-run",
      "footfall replay stores-to-meta --run 20261121-0630 --report replay.json"
    })
final class ReplayCommand extends RunCommand {
  @Option(
      names = "--code",
      paramLabel = "CODE",
      description = "Only what was rejected with this code, ours or the platform's.")
  private Optional<String> code = Optional.empty();

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "Only what this run rejected, or the platform refused in it.")
  private Optional<String> run = Optional.empty();

  ReplayCommand(Session session) {
    super(session);
  }

  /** The command, with all options of {@code run} but one: what it did not send, it sends again. */
  static CommandLine of(Session session) {
    CommandLine line = new CommandLine(new ReplayCommand(session));
    line.getCommandSpec().remove(line.getCommandSpec().findOption("--resume"));
    return line;
  }

  @Override
  boolean isDue(Orchestrations all, String name) {
    if (!all.project().orchestrations().containsKey(name)) {
      return true; // to be told so
    }
    boolean isAny = all.store().quarantine().isAny(replay(all).of(Optional.of(name)));
    if (!isAny) {
      String asked =
          replay(all).equals(Replay.everything()) ? "" : " with this code or of this run";
      session()
          .console()
          .say("Nothing of '" + name + "' is in quarantine" + asked + "; nothing to replay.");
    }
    return isAny;
  }

  @Override
  RunRequest request(Orchestrations all, RunRequest plain) {
    return plain.replaying(replay(all));
  }

  private Replay replay(Orchestrations all) {
    return new Replay(code, run.isPresent() ? number(all) : OptionalInt.empty());
  }

  private OptionalInt number(Orchestrations all) {
    return OptionalInt.of(FoundRun.of(run, all.store()).number());
  }
}
