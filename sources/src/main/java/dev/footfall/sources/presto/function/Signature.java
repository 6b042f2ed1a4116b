package dev.footfall.sources.presto.function;

import dev.footfall.sources.presto.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One line of the allow-list: what a function takes and gives, and DuckDB's words for it.
 *
 * @param template DuckDB's text: {@code $1} an argument, <code>${T}</code> the DuckDB type a letter
 *     stands for; in aggregates {@code $D} DISTINCT, {@code $O} ORDER BY, {@code $N} the treatment
 *     of NULLs, {@code $F} FILTER and OVER
 */
public record Signature(
    Kind kind, String name, List<Pattern> arguments, Pattern result, String template) {

  /** How a function is called. */
  public enum Kind {
    SCALAR,
    /** A scalar that reads an instant as the local time of its zone. */
    LOCAL,
    AGGREGATE,
    WINDOW
  }

  public Signature {
    arguments = List.copyOf(arguments);
  }

  /** A signature that fits a call: its arguments' types and its result. */
  public record Match(Signature signature, List<Type> arguments, Type result, String template) {}

  static Signature read(String line) {
    int arrow = line.indexOf(" -> ");
    int body = line.indexOf(" := ");
    int open = line.indexOf('(');
    String[] head = line.substring(0, open).split(" ");
    Kind kind =
        switch (head.length == 1 ? "" : head[0]) {
          case "agg" -> Kind.AGGREGATE;
          case "win" -> Kind.WINDOW;
          case "local" -> Kind.LOCAL;
          default -> Kind.SCALAR;
        };
    return new Signature(
        kind,
        head[head.length - 1],
        patterns(line.substring(open + 1, line.lastIndexOf(')', arrow))),
        Pattern.read(line.substring(arrow + 4, body)),
        line.substring(body + 4).strip());
  }

  /** Argument types in Presto's words, for messages. */
  public String shown() {
    return arguments.stream().map(Pattern::shown).collect(Collectors.joining(", ", "(", ")"));
  }

  private static List<Pattern> patterns(String text) {
    List<Pattern> patterns = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? ',' : text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0 && !text.isBlank()) {
        patterns.add(Pattern.read(text.substring(from, i)));
        from = i + 1;
      }
    }
    return patterns;
  }

  Optional<Match> match(List<Type> given, boolean coerce) {
    if (given.size() != arguments.size()) {
      return Optional.empty();
    }
    Map<Character, Type> letters = new HashMap<>();
    for (int i = 0; i < given.size(); i++) {
      if (!arguments.get(i).takes(given.get(i), letters, coerce)) {
        return Optional.empty();
      }
    }
    List<Type> types = arguments.stream().map(argument -> argument.filled(letters)).toList();
    String text = template;
    for (Map.Entry<Character, Type> letter : letters.entrySet()) {
      text = text.replace("${" + letter.getKey() + "}", letter.getValue().duck());
    }
    return Optional.of(new Match(this, types, result.filled(letters), text));
  }
}
