package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.regex.Re2;
import dev.footfall.sources.presto.regex.Regexp;
import dev.footfall.sources.presto.type.Type;
import dev.footfall.sources.presto.type.Type.Array;
import dev.footfall.sources.presto.type.Type.Simple;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** REGEXP_…: in RE2 where it means the same, else in Java. */
final class Regexes {

  static final Map<String, Rules.Rule> RULES =
      Map.of(
          "regexp_like", Regexes::like,
          "regexp_replace", Regexes::replace,
          "regexp_extract", Regexes::extract,
          "regexp_extract_all", Regexes::extractAll,
          "regexp_split", Regexes::split,
          "regexp_count", Regexes::count);

  private static final Pattern GROUP = Pattern.compile("\\$(\\d)?");
  private static final Pattern GROUP_BEYOND_RE2 = Pattern.compile("\\$(\\{|\\d\\d)");

  private Regexes() {}

  private static Expr like(Call call) {
    Expr text = text(call.expecting(2, 2), 0);
    Expr pattern = pattern(call);
    String sql =
        re2(pattern)
            .map(re2 -> "regexp_matches(" + text.sql() + ", " + Sql.text(re2.text()) + ")")
            .orElseGet(() -> "ff_regexp_like(" + text.sql() + ", " + pattern.sql() + ")");
    return result(call, sql, Simple.BOOLEAN, text, pattern);
  }

  private static Expr replace(Call call) {
    Expr text = text(call.expecting(2, 3), 0);
    Expr pattern = pattern(call);
    Expr replacement = call.size() == 3 ? text(call, 2) : Literals.text("");
    Optional<String> rewritten =
        replacement.origin().constantText().flatMap(r -> replacement(r, pattern, call));
    Optional<Re2> re2 = re2(pattern).filter(known -> !known.matchesEmpty());
    String sql =
        re2.isPresent() && rewritten.isPresent()
            ? "regexp_replace("
                + text.sql()
                + ", "
                + Sql.text(re2.get().text())
                + ", "
                + Sql.text(rewritten.get())
                + ", 'g')"
            : "ff_regexp_replace("
                + text.sql()
                + ", "
                + pattern.sql()
                + ", "
                + replacement.sql()
                + ")";
    return result(call, sql, Simple.VARCHAR, text, pattern, replacement);
  }

  /** {@code $1} becomes {@code \1}; empty when RE2 has no words for it. */
  private static Optional<String> replacement(String text, Expr pattern, Call call) {
    int groups =
        pattern.origin().constantText().flatMap(Regexp::compile).map(Regexp::groups).orElse(0);
    if (text.indexOf('\\') >= 0 || GROUP_BEYOND_RE2.matcher(text).find()) {
      return Optional.empty();
    }
    Matcher group = GROUP.matcher(text);
    while (group.find()) {
      if (group.group(1) == null || Integer.parseInt(group.group(1)) > groups) {
        throw Faults.type(
            call.at(2), "The replacement names a group that the pattern does not have", "");
      }
    }
    return Optional.of(GROUP.matcher(text).replaceAll("\\\\$1"));
  }

  private static Expr extract(Call call) {
    Expr text = text(call.expecting(2, 3), 0);
    Expr pattern = pattern(call);
    String group = group(call, pattern);
    Optional<Re2> re2 = re2(pattern).filter(known -> group.equals("0") || !known.skipsGroups());
    String sql =
        re2.map(
                known -> {
                  String re = Sql.text(known.text());
                  return "CASE WHEN regexp_matches("
                      + text.sql()
                      + ", "
                      + re
                      + ") THEN regexp_extract("
                      + text.sql()
                      + ", "
                      + re
                      + ", "
                      + group
                      + ") END";
                })
            .orElseGet(
                () ->
                    "ff_regexp_extract(" + text.sql() + ", " + pattern.sql() + ", " + group + ")");
    return result(call, sql, Simple.VARCHAR, text, pattern);
  }

  private static String group(Call call, Expr pattern) {
    if (call.size() < 3) {
      return "0";
    }
    String group = call.at(2).getText();
    if (!group.matches("\\d{1,2}")) {
      throw Faults.unsupported(call.at(2), "A computed group number", "Write a number");
    }
    Optional<Regexp> known = pattern.origin().constantText().flatMap(Regexp::compile);
    if (known.isPresent() && Integer.parseInt(group) > known.get().groups()) {
      throw Faults.type(
          call.at(2), "The pattern has " + known.get().groups() + " groups, not " + group, "");
    }
    return group;
  }

  private static Expr extractAll(Call call) {
    Expr text = text(call.expecting(2, 3), 0);
    Expr pattern = pattern(call);
    String group = group(call, pattern);
    Re2 re2 = plain(call, pattern);
    if (re2.skipsGroups() && !group.equals("0")) {
      throw complex(call);
    }
    String sql =
        "regexp_extract_all(" + text.sql() + ", " + Sql.text(re2.text()) + ", " + group + ")";
    return result(call, sql, new Array(Simple.VARCHAR), text, pattern);
  }

  private static Expr split(Call call) {
    Expr text = text(call.expecting(2, 2), 0);
    Expr pattern = pattern(call);
    String sql =
        "string_split_regex(" + text.sql() + ", " + Sql.text(plain(call, pattern).text()) + ")";
    return result(call, sql, new Array(Simple.VARCHAR), text, pattern);
  }

  private static Expr count(Call call) {
    Expr text = text(call.expecting(2, 2), 0);
    Expr pattern = pattern(call);
    String re2 = Sql.text(plain(call, pattern).text());
    String sql = "len(regexp_extract_all(" + text.sql() + ", " + re2 + "))";
    return result(call, sql, Simple.BIGINT, text, pattern);
  }

  private static Re2 plain(Call call, Expr pattern) {
    return re2(pattern).filter(known -> !known.matchesEmpty()).orElseThrow(() -> complex(call));
  }

  private static RuntimeException complex(Call call) {
    return Faults.unsupported(
        call.at(1),
        "This pattern in " + call.name(),
        "Use a simple pattern that matches something");
  }

  private static Optional<Re2> re2(Expr pattern) {
    return pattern.origin().constantText().flatMap(Re2::of);
  }

  private static Expr text(Call call, int index) {
    Expr value = call.of(index);
    if (value.type() != Simple.VARCHAR && value.type() != Simple.UNKNOWN) {
      throw Calls.mismatch(call.name(), call.all(), call.tree());
    }
    return Conversion.to(Simple.VARCHAR, value, call.session());
  }

  private static Expr pattern(Call call) {
    Expr pattern = text(call, 1);
    pattern
        .origin()
        .constantText()
        .ifPresent(
            literal -> {
              if (Regexp.compile(literal).isEmpty()) {
                throw Faults.type(call.at(1), "The pattern is not a valid regular expression", "");
              }
            });
    return pattern;
  }

  private static Expr result(Call call, String sql, Type type, Expr... parts) {
    return Expr.from(Marks.at(Faults.position(call.tree()), sql), type, parts);
  }
}
