package dev.footfall.app.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completion script for the fish shell. */
final class FishCompletion {
  private FishCompletion() {}

  static String script(CommandSpec root) {
    StringBuilder script = new StringBuilder("# fish completion for footfall\n");
    script.append("complete -c footfall -f\n");
    for (Map.Entry<String, CommandLine> command : root.subcommands().entrySet()) {
      CommandSpec spec = command.getValue().getCommandSpec();
      line(
          script,
          "__fish_use_subcommand",
          "-a " + command.getKey(),
          words(spec.usageMessage().description()));
      for (OptionSpec option : spec.options()) {
        option(script, "__fish_seen_subcommand_from " + command.getKey(), option);
      }
    }
    root.options().forEach(option -> option(script, "__fish_use_subcommand", option));
    return script.toString();
  }

  private static void option(StringBuilder script, String when, OptionSpec option) {
    StringBuilder names = new StringBuilder();
    for (String name : option.names()) {
      names.append(names.isEmpty() ? "" : " ");
      names.append(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1));
    }
    String value = option.arity().max() > 0 ? " -r -F" : "";
    line(script, when, names + value, words(option.description()));
  }

  private static void line(StringBuilder script, String when, String what, String words) {
    script
        .append("complete -c footfall -n '")
        .append(when)
        .append("' ")
        .append(what)
        .append(" -d '")
        .append(words.replace("\\", "\\\\").replace("'", "\\'"))
        .append("'\n");
  }

  private static String words(String[] description) {
    String text = String.join(" ", description);
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end);
  }
}
