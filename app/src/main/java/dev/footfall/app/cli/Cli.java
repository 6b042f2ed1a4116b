package dev.footfall.app.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine;

/**
 * The command line as a function: words in, exit code out. Never throws, never ends the process.
 */
public final class Cli {
  private Cli() {}

  /** Runs one command. */
  public static int run(List<String> arguments, Surrounding surrounding) {
    LibraryLogs.silence();
    Session session = new Session(surrounding, new GlobalOptions());
    try {
      return commandLine(session).execute(arguments.toArray(String[]::new));
    } catch (RuntimeException | Error fault) {
      return Failures.report(fault, session).number();
    } finally {
      surrounding.streams().out().flush();
      surrounding.streams().err().flush();
    }
  }

  /** All commands, in the order of the help. */
  static CommandLine commandLine(Session session) {
    CommandLine line =
        new CommandLine(new FootfallCommand(session.options()))
            .addSubcommand(new DemoCommand(session))
            .addSubcommand(new InitCommand(session))
            .addSubcommand(new SampleCommand(session))
            .addSubcommand(new DestinationsCommand(session))
            .addSubcommand(new DescribeCommand(session))
            .addSubcommand(new ExplainCommand(session))
            .addSubcommand(new SchemaCommand(session))
            .addSubcommand(new AuthoriseCommand(session))
            .addSubcommand(new ValidateCommand(session))
            .addSubcommand(new QueryCommand(session))
            .addSubcommand(new PreviewCommand(session))
            .addSubcommand(new RunCommand(session))
            .addSubcommand(new RunsCommand(session))
            .addSubcommand(new ReportCommand(session))
            .addSubcommand(new SettleCommand(session))
            .addSubcommand(new QuarantineCommand(session))
            .addSubcommand(ReplayCommand.of(session))
            .addSubcommand(new TraceCommand(session))
            .addSubcommand(new ForgetCommand(session))
            .addSubcommand(new SecretsCommand(session))
            .addSubcommand(new SandboxCommand(session))
            .addSubcommand(new CompletionCommand(session));
    line.setOut(writer(session.surrounding().streams().out()));
    line.setErr(writer(session.surrounding().streams().err()));
    line.registerConverter(Instant.class, new InstantOption());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((wrong, words) -> Failures.usage(wrong, session).number());
    line.setExecutionExceptionHandler(
        (fault, command, result) -> Failures.report(fault, session).number());
    Help.install(line, session);
    return line;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
