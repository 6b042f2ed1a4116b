package dev.footfall.app.cli;

import dev.footfall.app.fault.ExitCode;
import dev.footfall.app.fault.UserFault;
import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Style;
import dev.footfall.app.terminal.Table;
import dev.footfall.app.terminal.Table.Cell;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the doubles of the platforms until it is interrupted. */
@Command(
    name = "sandbox",
    description = "Run doubles of the platforms on this machine, with a page that shows them.",
    footer = {"footfall sandbox", "footfall sandbox --port 8383 --dir kept"})
final class SandboxCommand implements Callable<Integer> {
  private static final int USUAL_PORT = 8383;

  private final Session session;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The loopback port (default: 8383); 0 for a free one.")
  private int port = USUAL_PORT;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "Keep accepted events there, one NDJSON file a platform.")
  private Optional<Path> folder = Optional.empty();

  SandboxCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    SandboxOptions options = SandboxOptions.defaults().onPort(port).by(session.clock());
    Optional<Path> kept = folder.map(session::path);
    try (Sandbox sandbox = Sandbox.start(kept.map(options::keepingIn).orElse(options))) {
      print(sandbox, session.console());
      new CountDownLatch(1).await();
    } catch (IOException taken) {
      throw UserFault.of(
          "cannot listen on port " + port + "; it may be taken, choose another with --port N");
    } catch (InterruptedException asked) {
      session.console().say("The sandbox has ended.");
    }
    return ExitCode.DONE.number();
  }

  private static void print(Sandbox sandbox, Console console) {
    console.print(sandbox.page());
    console.print("");
    Table table = Table.of("PLATFORM", "base_url", "SEND");
    for (String platform : sandbox.platforms()) {
      table.row(
          List.of(
              new Cell(platform, Style.COMMAND),
              Cell.of(sandbox.baseUrl(platform)),
              Cell.of(sandbox.hint(platform))));
    }
    table.print(console);
    console.out().flush();
    console.say("Nothing leaves this machine. Ctrl-C ends it.");
  }
}
