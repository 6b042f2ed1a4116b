package dev.footfall.sources.presto.translate;

import java.util.List;
import java.util.stream.Collectors;

/** Fills {@code $1}, {@code $2}, … in DuckDB text. */
final class Templates {

  private Templates() {}

  static String join(List<Expr> expressions) {
    return expressions.stream().map(Expr::sql).collect(Collectors.joining(", "));
  }

  static String fill(String template, List<Expr> arguments) {
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == '$' && i + 1 < template.length() && Character.isDigit(template.charAt(i + 1))) {
        i++;
        sql.append(arguments.get(template.charAt(i) - '1').sql());
      } else {
        sql.append(c);
      }
    }
    return sql.toString();
  }
}
