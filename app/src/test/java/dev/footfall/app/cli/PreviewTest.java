package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewTest {
  private static final String ROWS =
      """
      {"order_id":"O1","email":"jane@example.com","timestamp":"2026-11-20T10:00:00Z","price":"10.00","quantity":2,"currency":"USD","product_id":"p1"}
      {"order_id":"O2","email":"","timestamp":"2026-11-20T10:00:00Z","price":"10.00","quantity":2,"currency":"USD","product_id":"p1"}
      {"order_id":"O3","email":"a@b.co","timestamp":"2026-09-20T10:00:00Z","price":"10.00","quantity":2,"currency":"USD","product_id":"p1"}
      """;

  @TempDir Path folder;
  private Typed typed;

  @BeforeEach
  void rows() {
    typed = Typed.in(folder).shipped().write("rows.ndjson", ROWS);
  }

  private static JsonNode json(String line) throws Exception {
    return new ObjectMapper().readTree(line);
  }

  @Test
  void rows_become_the_exact_request_with_its_secrets_masked() throws Exception {
    Typed.Answer answer =
        typed.type("preview", "meta", "--rows", "rows.ndjson", "--set", "dataset_id=1234567890");
    assertThat(answer.code()).as(answer.err()).isZero();
    List<String> lines = answer.out().lines().toList();
    assertThat(lines).hasSize(1);
    JsonNode request = json(lines.get(0));
    assertThat(request.get("kind").textValue()).isEqualTo("http");
    assertThat(request.get("headers").get("Authorization").textValue()).isEqualTo("***");
    assertThat(request.get("events").intValue()).isEqualTo(1);
    assertThat(request.at("/body/data/0/custom_data/value").decimalValue())
        .isEqualByComparingTo("20.00");
    assertThat(answer.err()).contains("3 rows read: 1 in 1 request, 2 rejected");
  }

  @Test
  void rejects_name_row_code_column_and_fate() throws Exception {
    typed.type(
        "preview",
        "meta",
        "--rows",
        "rows.ndjson",
        "--set",
        "dataset_id=1234567890",
        "--rejects",
        "rejects.ndjson");
    List<String> lines = Files.readAllLines(folder.resolve("rejects.ndjson"));
    assertThat(lines).hasSize(2);
    JsonNode second = json(lines.get(0));
    assertThat(second.get("row").intValue()).isEqualTo(2);
    assertThat(second.get("order_id").textValue()).isEqualTo("O2");
    assertThat(second.get("code").textValue()).isEqualTo("MISSING_IDENTITY");
    assertThat(second.get("fate").textValue()).isEqualTo("rejected");
    assertThat(json(lines.get(1)).get("code").textValue()).isEqualTo("EVENT_TOO_OLD");
  }

  @Test
  void now_stands_for_the_clock_everywhere() {
    Typed.Answer answer =
        typed.type(
            "preview",
            "meta",
            "--rows",
            "rows.ndjson",
            "--set",
            "dataset_id=1234567890",
            "--now",
            "2026-09-21T00:00:00Z");
    assertThat(answer.out()).contains("\"O3\"").doesNotContain("\"O1\"");
    assertThat(answer.err()).contains("EVENT_IN_FUTURE");
  }

  @Test
  void limit_reads_the_first_rows_only() {
    Typed.Answer answer =
        typed.type(
            "preview",
            "meta",
            "--rows",
            "rows.ndjson",
            "--set",
            "dataset_id=1234567890",
            "--limit",
            "1");
    assertThat(answer.err()).contains("1 row read: 1 in 1 request, 0 rejected");
  }

  @Test
  void what_is_missing_is_wrong_input() {
    assertThat(typed.type("preview", "meta", "--rows", "rows.ndjson").err())
        .contains("setting 'dataset_id' is missing; give --set dataset_id=");
    Typed.Answer absent =
        typed.type("preview", "meta", "--rows", "none.ndjson", "--set", "dataset_id=12345");
    assertThat(absent.code()).isEqualTo(1);
    assertThat(absent.err()).contains("none.ndjson");
    assertThat(typed.type("preview", "meta", "--set", "dataset_id=12345").code()).isEqualTo(2);
  }

  @Test
  void two_columns_for_one_field_are_refused_before_anything_is_shown() {
    typed.write("two.csv", "email,em,timestamp\na@b.co,c@d.co,2026-11-20T10:00:00Z\n");
    Typed.Answer answer =
        typed.type("preview", "meta", "--rows", "two.csv", "--set", "dataset_id=1234567890");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).contains("AMBIGUOUS_COLUMN").contains("'email' and 'em'");
  }
}
