package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.type.Type;
import dev.footfall.sources.presto.type.Type.Decimal;
import dev.footfall.sources.presto.type.Type.Simple;
import dev.footfall.sources.presto.type.Type.Timestamp;
import dev.footfall.sources.presto.type.Type.Zoned;
import org.antlr.v4.runtime.ParserRuleContext;

/** CAST(value AS VARCHAR): how Presto writes each type. */
final class TextOf {

  private final ParserRuleContext at;

  TextOf(ParserRuleContext at) {
    this.at = at;
  }

  String sql(Expr value) {
    Type type = value.type();
    if (type instanceof Timestamp timestamp) {
      return local(value.sql(), timestamp.precision());
    }
    if (type instanceof Zoned zoned) {
      Expr local = Zones.local(value, at);
      String zone = zoned.zone().orElse("UTC");
      return "(" + local(local.sql(), zoned.precision()) + " || " + Sql.text(" " + zone) + ")";
    }
    if (type instanceof Decimal) {
      return "CAST(" + value.sql() + " AS VARCHAR)";
    }
    if (type instanceof Simple simple) {
      return simple(value, simple);
    }
    throw refused(type);
  }

  private String simple(Expr value, Simple type) {
    return switch (type) {
      case DOUBLE -> "ff_double_text(" + value.sql() + ")";
      case REAL -> "ff_real_text(" + value.sql() + ")";
      case JSON -> "ff_json_scalar(" + value.sql() + ", '$')";
      case VARBINARY, DAY_INTERVAL, MONTH_INTERVAL -> throw refused(type);
      case UNKNOWN, BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT, VARCHAR, DATE, TIME, UUID ->
          "CAST(" + value.sql() + " AS VARCHAR)";
    };
  }

  static String local(String sql, int precision) {
    String seconds = "'%Y-%m-%d %H:%M:%S";
    return switch (precision) {
      case 0 -> "strftime(" + sql + ", " + seconds + "')";
      case 3 -> "strftime(" + sql + ", " + seconds + ".%g')";
      case 6 -> "strftime(" + sql + ", " + seconds + ".%f')";
      default -> "left(strftime(" + sql + ", " + seconds + ".%f'), " + (20 + precision) + ")";
    };
  }

  private RuntimeException refused(Type type) {
    String remedy = type == Simple.VARBINARY ? "Use TO_HEX or FROM_UTF8" : "";
    return Faults.type(at, "Cannot cast " + type.presto() + " to varchar", remedy);
  }
}
