package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.app.coverage.Coverage;
import dev.footfall.app.coverage.Measured;
import dev.footfall.core.run.Books;
import dev.footfall.core.run.RowFate;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What was measured, for programs. */
final class CoverageJson {
  private CoverageJson() {}

  static ObjectNode of(Measured measured) {
    Books.Sums books = measured.books();
    ObjectNode node =
        Json.object().put("destination", measured.platform()).put("mode", measured.mode());
    node.put("sampled", !measured.whole());
    ObjectNode rows = node.putObject("rows").put("read", books.rows().read());
    ObjectNode rejected = rows.putObject("rejected");
    books.rows().rejected().forEach(rejected::put);
    rows.put("duplicate", books.rows().of(RowFate.DUPLICATE));
    node.putObject("events").put("built", books.events().built());
    ObjectNode warnings = node.putObject("warnings");
    books.warnings().forEach(warnings::put);
    node.set("coverage", coverage(measured.coverage()));
    return node;
  }

  static ObjectNode coverage(Coverage coverage) {
    ObjectNode node = Json.object();
    node.putObject("judged").put("rows", coverage.rows()).put("events", coverage.events());
    ArrayNode fields = node.putArray("fields");
    for (Coverage.Fed fed : coverage.fields()) {
      field(fields.addObject(), fed.field())
          .put("given_rows", fed.given())
          .put("rows", fed.rows())
          .put("rows_share", share(fed.rows(), coverage.rows()))
          .put("events", fed.events())
          .put("events_share", share(fed.events(), coverage.events()));
    }
    ArrayNode absent = node.putArray("absent");
    for (Coverage.Absent missing : coverage.absent()) {
      ObjectNode one = field(absent.addObject(), missing.field());
      one.set("other_names", Json.list(missing.names()));
      one.put("help", missing.help());
      one.set("found_in", Json.list(missing.places()));
    }
    return node;
  }

  private static ObjectNode field(ObjectNode node, Coverage.Field field) {
    return node.put("column", field.column())
        .put("target", field.target())
        .put("identifier", field.identifies())
        .put("recommended", field.recommended());
  }

  /** From 0 to 1; 0 of nothing. */
  private static BigDecimal share(long part, long whole) {
    return whole == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
  }
}
