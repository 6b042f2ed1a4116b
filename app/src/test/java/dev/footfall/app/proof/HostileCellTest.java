package dev.footfall.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each strange cell, alone in a good row, has the one code that says what is wrong with it. */
class HostileCellTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String GOOD =
      """
      {"email":"jane%d@example.com","order_id":"O%d","timestamp":"2026-11-02T09:00:00Z",\
      "product_id":"S","price":"12.50","quantity":"1","currency":"USD"}\
      """;

  /** Column, cell as JSON, and the code; "fine" where nothing is to be said. */
  private static final List<List<String>> CELLS =
      List.of(
          List.of("timestamp", "null", "MISSING_TIMESTAMP"),
          List.of("timestamp", "\"\"", "MISSING_TIMESTAMP"),
          List.of("timestamp", "\"\\ufeff\\u200b\"", "MISSING_TIMESTAMP"),
          List.of("timestamp", "\"a\\u0000b\"", "BAD_TIMESTAMP"),
          List.of("timestamp", "\"NaN\"", "BAD_TIMESTAMP"),
          List.of("timestamp", "\"Infinity\"", "BAD_TIMESTAMP"),
          List.of("timestamp", "1e308", "BAD_TIMESTAMP"),
          List.of("timestamp", "-0.0", "BAD_TIMESTAMP"),
          List.of("timestamp", "true", "BAD_TIMESTAMP"),
          List.of("timestamp", "[]", "BAD_TIMESTAMP"),
          List.of("timestamp", "99999999999999999999999999999999999999", "BAD_TIMESTAMP"),
          List.of("timestamp", "\"-0044-03-15T00:00:00Z\"", "BAD_TIMESTAMP"),
          List.of("timestamp", "\"+1000000000-12-31T23:59:59Z\"", "BAD_TIMESTAMP"),
          List.of("timestamp", "\"0001-01-01T00:00:00Z\"", "BAD_TIMESTAMP"),
          List.of("timestamp", "\"2026-03-08T02:30:00\"", "EVENT_TOO_OLD"),
          List.of("timestamp", "\"9999-12-31T23:59:59Z\"", "BAD_TIMESTAMP"),
          List.of("timestamp", "\"2001-09-09T01:46:40Z\"", "EVENT_TOO_OLD"),
          List.of("timestamp", "\"2099-12-31T23:59:59Z\"", "EVENT_IN_FUTURE"),
          List.of("timestamp", "\"2026-11-01T01:30:00\"", "ZONE_ASSUMED"),
          List.of("timestamp", "1793509200", "fine"),
          List.of("timestamp", "\"1793509200123\"", "fine"),
          List.of("price", "\"NaN\"", "BAD_PRICE"),
          List.of("price", "\"Infinity\"", "BAD_PRICE"),
          List.of("price", "\"1,250.00\"", "BAD_PRICE"),
          List.of("price", "true", "BAD_PRICE"),
          List.of("price", "{\"a\":1}", "BAD_PRICE"),
          List.of("price", "-1e-320", "RETURN_OR_CANCELLATION"),
          List.of("quantity", "\"-0\"", "BAD_QUANTITY"),
          List.of("quantity", "\"NaN\"", "BAD_QUANTITY"),
          List.of("currency", "\"\\u0000\"", "BAD_CURRENCY"),
          List.of("email", "\"\\ud83d\\ude00\"", "MISSING_IDENTITY"),
          List.of("email", "[null,\"\",[1,{\"a\":null}]]", "MISSING_IDENTITY"),
          List.of("email", '"' + "x".repeat(1 << 20) + '"', "MISSING_IDENTITY"));

  @TempDir Path folder;

  @Test
  void a_strange_cell_has_the_code_that_says_what_is_wrong() throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < CELLS.size(); i++) {
      Map<String, Object> row = new TreeMap<>();
      JSON.readTree(GOOD.formatted(i, i))
          .properties()
          .forEach(e -> row.put(e.getKey(), e.getValue()));
      row.put(CELLS.get(i).get(0), JSON.readTree(CELLS.get(i).get(1)));
      rows.append(JSON.writeValueAsString(row)).append('\n');
    }
    Files.writeString(folder.resolve("rows.ndjson"), rows);
    preview();

    Map<Integer, String> codes = codes();
    Map<String, String> expected = new LinkedHashMap<>();
    Map<String, String> found = new LinkedHashMap<>();
    for (int i = 0; i < CELLS.size(); i++) {
      String cell = CELLS.get(i).get(0) + " " + CELLS.get(i).get(1);
      String shown = cell.substring(0, Math.min(60, cell.length()));
      expected.put(shown, CELLS.get(i).get(2));
      found.put(shown, codes.getOrDefault(i + 1, "fine"));
    }
    assertThat(found).containsExactlyInAnyOrderEntriesOf(expected);
  }

  private void preview() throws Exception {
    List<String> turkish = List.of("-Duser.language=tr", "-Duser.country=TR");
    try (Operator operator = Operator.in(folder, folder.resolve("tmp"), Map.of(), turkish)) {
      String[] words = {
        "preview",
        "pinterest",
        "--rows",
        "rows.ndjson",
        "--rejects",
        "rejects.ndjson",
        "--set",
        "columns=canonical",
        "--set",
        "ad_account_id=1",
        "--set",
        "timezone=America/New_York",
        "--now",
        "2026-11-03T12:00:00Z"
      };
      Operator.Answer answer = operator.type(words);
      assertThat(answer.code()).as(answer.err()).isZero();
    }
  }

  /** What was said last of each row: why it was rejected, or what was noted of it. */
  private Map<Integer, String> codes() throws Exception {
    Map<Integer, String> codes = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve("rejects.ndjson"))) {
      JsonNode said = JSON.readTree(line);
      codes.merge(
          said.get("row").intValue(),
          said.get("code").textValue(),
          (first, second) -> said.get("fate").textValue().equals("rejected") ? second : first);
    }
    return codes;
  }
}
