package dev.footfall.app.cli;

import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Style;
import dev.footfall.app.terminal.Table;
import dev.footfall.app.terminal.Table.Cell;
import dev.footfall.app.terminal.Wrapping;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The help pages: one look for all commands, within the terminal's width. */
final class Help {
  private static final String PAGE = "page";

  /** The commands by what a person wants to do. */
  private static final List<Group> GROUPS =
      List.of(
          new Group("Begin", List.of("demo", "init", "sample", "authorise")),
          new Group("Look up", List.of("destinations", "describe", "explain", "schema")),
          new Group("Check before sending", List.of("validate", "query", "preview")),
          new Group(
              "Deliver",
              List.of(
                  "run", "runs", "report", "settle", "quarantine", "replay", "trace", "forget")),
          new Group("Tools", List.of("secrets", "sandbox", "completion")));

  /** All groups share one width, so that their texts line up. */
  private static final int WIDEST_NAME =
      GROUPS.stream().flatMap(g -> g.commands().stream()).mapToInt(String::length).max().orElse(0);

  /** Every command that the help shows, in its order. */
  static List<String> commandNames() {
    return GROUPS.stream().flatMap(group -> group.commands().stream()).toList();
  }

  private record Group(String title, List<String> commands) {}

  private final Session session;

  private Help(Session session) {
    this.session = session;
  }

  /** Gives every command its page. */
  static void install(CommandLine line, Session session) {
    Help help = new Help(session);
    line.getCommandSpec()
        .usageMessage()
        .sectionKeys(List.of(PAGE))
        .sectionMap(Map.of(PAGE, h -> help.page(h.commandSpec())));
    line.getSubcommands().values().forEach(sub -> install(sub, session));
  }

  private String page(CommandSpec spec) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Console real = session.console();
    try (PrintStream stream = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      Console console = new Console(stream, stream, real.look());
      print(spec, console);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void print(CommandSpec spec, Console console) {
    String description = String.join(" ", spec.usageMessage().description());
    Wrapping.lines(description, console.width()).forEach(console::print);
    section(console, "Usage");
    console.print("  " + synopsis(spec));
    commands(spec, console);
    arguments(spec, console);
    options(console, "Options", spec.options().stream().filter(o -> !isGlobal(o)).toList());
    options(console, "Global options", spec.options().stream().filter(Help::isGlobal).toList());
    footer(spec, console);
  }

  private static void section(Console console, String title) {
    console.print("");
    console.print(console.styled(Style.STRONG, title));
  }

  private static String synopsis(CommandSpec spec) {
    StringBuilder text = new StringBuilder(spec.qualifiedName());
    if (spec.parent() == null) {
      return text.append(" COMMAND [options]").toString();
    }
    for (ArgSpec parameter : spec.positionalParameters()) {
      String label = parameter.paramLabel() + (parameter.arity().max() > 1 ? "…" : "");
      text.append(parameter.required() ? " " + label : " [" + label + "]");
    }
    for (OptionSpec option : spec.options()) {
      if (option.required()) {
        text.append(' ').append(option.longestName()).append(' ').append(option.paramLabel());
      }
    }
    return text.append(" [options]").toString();
  }

  private static void commands(CommandSpec spec, Console console) {
    for (Group group : GROUPS) {
      Table table = Table.of("", "").firstAtLeast(WIDEST_NAME);
      for (String name : group.commands()) {
        CommandLine command = spec.subcommands().get(name);
        if (command != null) {
          String[] words = command.getCommandSpec().usageMessage().description();
          table.row(List.of(new Cell(name, Style.COMMAND), Cell.of(words[0])));
        }
      }
      if (!table.isEmpty()) {
        section(console, group.title());
        table.print(console, 2);
      }
    }
  }

  private static void arguments(CommandSpec spec, Console console) {
    Table table = Table.of("", "");
    for (ArgSpec parameter : spec.positionalParameters()) {
      table.row(row(parameter.paramLabel(), parameter));
    }
    if (!table.isEmpty()) {
      section(console, "Arguments");
      table.print(console, 2);
    }
  }

  private static void options(Console console, String title, List<OptionSpec> options) {
    Table table = Table.of("", "");
    for (OptionSpec option : options) {
      if (!option.hidden()) {
        boolean valued = option.arity().max() > 0;
        String names = String.join(", ", Arrays.asList(option.names()));
        table.row(row(names + (valued ? " " + option.paramLabel() : ""), option));
      }
    }
    if (!table.isEmpty()) {
      section(console, title);
      table.print(console, 2);
    }
  }

  private static List<Cell> row(String name, ArgSpec argument) {
    String words = String.join(" ", argument.description());
    return List.of(new Cell(name, Style.COMMAND), Cell.of(words));
  }

  private static boolean isGlobal(OptionSpec option) {
    return option.inherited() || option.scopeType() == CommandLine.ScopeType.INHERIT;
  }

  private static void footer(CommandSpec spec, Console console) {
    if (spec.usageMessage().footer().length > 0) {
      section(console, "Examples");
      for (String line : spec.usageMessage().footer()) {
        console.print("  " + line);
      }
    }
    if (spec.parent() == null) {
      section(console, "Exit codes");
      console.print("  0 done · 1 wrong input · 2 wrong usage · 3 rows lost beyond tolerance");
      console.print("  4 stopped by the platform or the credential · 5 a fault of ours");
      console.print("");
      console.print("'footfall COMMAND --help' says more about one command.");
    }
  }
}
