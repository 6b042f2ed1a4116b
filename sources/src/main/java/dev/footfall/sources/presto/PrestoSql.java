package dev.footfall.sources.presto;

import dev.footfall.sources.presto.translate.Translator;
import java.util.Optional;

/** Translates one Presto/Trino SELECT into the DuckDB SELECT that gives the same rows. */
public final class PrestoSql {

  private PrestoSql() {}

  /**
   * Translates; pure and safe from many threads.
   *
   * @throws SqlFault when the SQL is wrong, unsupported or not one single SELECT
   */
  public static Translation translate(String sql, Options options) {
    try {
      return new Translator(options).translate(sql);
    } catch (StackOverflowError tooDeep) {
      throw new SqlFault(
          SqlFault.Code.UNSUPPORTED_SQL, Optional.empty(), "The query is too long to read", "");
    }
  }
}
