package dev.footfall.app.cli;

import static dev.footfall.app.fault.DiskFault.DISK_FULL;
import static dev.footfall.app.fault.DiskFault.DISK_UNUSABLE;

import dev.footfall.app.config.InvalidProject;
import dev.footfall.app.config.Place;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.Spelling;
import dev.footfall.app.config.UnresolvedReference;
import dev.footfall.app.fault.ExitCode;
import dev.footfall.app.fault.NoMemory;
import dev.footfall.app.fault.UserFault;
import dev.footfall.app.orchestration.BrokenRun;
import dev.footfall.app.terminal.Console;
import dev.footfall.core.destination.SettingFault;
import dev.footfall.core.ledger.LeaseLost;
import dev.footfall.core.ledger.LedgerBusy;
import dev.footfall.core.ledger.LedgerDamaged;
import dev.footfall.core.source.SourceFault;
import dev.footfall.store.sql.StoreFault;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one clear line and an exit code. */
final class Failures {
  /** How picocli tells that a word is none of those that an option or argument takes. */
  private static final Pattern CHOICE =
      Pattern.compile(
          "Invalid value for (?:option|positional parameter.*) ?\\(?('--[a-z-]+'|<[A-Za-z]+>)\\)?:"
              + " expected one of \\[(.*)\\] \\(case-insensitive\\) but was (.*)");

  private Failures() {}

  /** A command that was typed wrongly. */
  static ExitCode usage(ParameterException wrong, Session session) {
    Console console = session.console();
    CommandLine command = wrong.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    console.error(sentence(wrong) + suggestion(wrong, command));
    console.err().println("Try '" + name + " --help'.");
    return ExitCode.WRONG_USAGE;
  }

  private static String sentence(ParameterException wrong) {
    String message = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("wrong usage");
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      return word.startsWith("-")
          ? "unknown option '" + word + "'"
          : "unknown command or argument '" + word + "'";
    }
    Matcher choice = CHOICE.matcher(message);
    if (choice.matches()) {
      String words = choice.group(2).toLowerCase(Locale.ROOT);
      String what = choice.group(1).startsWith("<") ? "argument " : "option ";
      return what + choice.group(1) + " must be one of " + words + ", not " + choice.group(3);
    }
    return Character.toLowerCase(message.charAt(0)) + message.substring(1);
  }

  private static String suggestion(ParameterException wrong, CommandLine command) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
      return "";
    }
    String word = unmatched.getUnmatched().get(0);
    List<String> known =
        word.startsWith("-")
            ? List.copyOf(command.getCommandSpec().optionsMap().keySet())
            : List.copyOf(command.getSubcommands().keySet());
    Optional<String> nearest = Spelling.nearest(word, known);
    return nearest.map(n -> "; did you mean '" + n + "'?").orElse("");
  }

  /** What an orchestration threw: an error of its query says whose it is. */
  static ExitCode report(Throwable thrown, Session session, String orchestration) {
    Throwable fault = thrown instanceof BrokenRun broken ? broken.fault() : thrown;
    if (fault instanceof SourceFault && !DISK_FULL.caused(fault)) {
      session.surrounding().streams().out().flush();
      session.console().error(orchestration + ": " + fault.getMessage());
      return ExitCode.WRONG_INPUT;
    }
    return report(fault, session);
  }

  /** Anything that a command threw. */
  static ExitCode report(Throwable thrown, Session session) {
    Throwable fault = thrown instanceof BrokenRun broken ? broken.fault() : thrown;
    Console console = session.console();
    session.surrounding().streams().out().flush();
    if (fault instanceof UserFault wrong) {
      wrong.lines().forEach(console::error);
      return wrong.exitCode();
    }
    if (DISK_FULL.caused(fault)) {
      console.error(fault instanceof SourceFault full ? fullAt(full) : DISK_FULL.line(fault));
      return ExitCode.STOPPED;
    }
    if (NoMemory.line(fault).isPresent()) {
      console.error(NoMemory.line(fault).get());
      return ExitCode.OUR_FAULT;
    }
    if (fault instanceof InvalidProject invalid) {
      invalid.faults().forEach(f -> console.error(f.line()));
      return ExitCode.WRONG_INPUT;
    }
    if (fault instanceof UnresolvedReference missing) {
      console.error(missing.line());
      return ExitCode.WRONG_INPUT;
    }
    if (fault instanceof SettingFault || fault instanceof SourceFault) {
      console.error(String.valueOf(fault.getMessage()));
      return ExitCode.WRONG_INPUT;
    }
    if (fault instanceof StoreFault || fault instanceof LeaseLost) {
      console.error(String.valueOf(fault.getMessage()));
      return stopsForNow(fault) ? ExitCode.STOPPED : ExitCode.WRONG_INPUT;
    }
    if (fault instanceof LedgerBusy || fault instanceof LedgerDamaged) {
      console.error(String.valueOf(fault.getMessage()));
      return ExitCode.WRONG_INPUT;
    }
    if (DISK_UNUSABLE.caused(fault)) {
      console.error(DISK_UNUSABLE.line(fault));
      return ExitCode.STOPPED;
    }
    return ours(fault, session, console);
  }

  /** Its own words tell the place and the remedy. */
  private static String fullAt(SourceFault fault) {
    return DISK_FULL + ": " + fault.getMessage();
  }

  /** Whether the same command may do later, with nothing put right in the project. */
  private static boolean stopsForNow(Throwable fault) {
    return !(fault instanceof StoreFault store)
        || store.kind() == StoreFault.Kind.STORE_UNREACHABLE
        || store.kind() == StoreFault.Kind.STORE_FAILED;
  }

  /** A place in the project's file, such as {@code footfall.yaml:12:7}. */
  static String place(Place place) {
    return Project.FILE + ":" + place.line() + ":" + place.column();
  }

  /** A fault of ours: its message may quote data, so only its kind and place are told. */
  private static ExitCode ours(Throwable fault, Session session, Console console) {
    String where =
        fault.getStackTrace().length == 0 ? "" : " at " + fault.getStackTrace()[0].toString();
    console.error("a fault of ours: " + fault.getClass().getSimpleName() + where);
    if (session.options().verbose) {
      for (Throwable t = fault; t != null; t = t.getCause()) {
        console.err().println(t.getClass().getName());
        for (StackTraceElement element : t.getStackTrace()) {
          console.err().println("    at " + element);
        }
      }
    } else {
      console.err().println("Run it again with -v and report what it prints.");
    }
    return ExitCode.OUR_FAULT;
  }
}
