package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Platforms get what the data says: what a spreadsheet would take for a formula is left alone. */
class FilesForPlatformsTest {
  private static final List<String> BEGINNINGS = List.of("=1+1", "+1x", "-1x", "@SUM(A1)");

  @TempDir Path folder;

  static Stream<List<String>> destinations() {
    return Stream.of(
        List.of("tiktok", "mode=csv_file", "event_set_id=7654321098765432109"),
        List.of("pinterest", "mode=csv_file"),
        List.of("snapchat"),
        List.of("criteo"),
        List.of(
            "google-enhanced-conversions",
            "mode=store_sales_csv",
            "conversion_action_name==HYPERLINK(1)",
            "loyalty_rate=0.6",
            "transaction_upload_rate=1"));
  }

  private static String rows() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < BEGINNINGS.size(); i++) {
      rows.append(
          """
          {"order_id":"%2$s","email":"jane%1$d@example.com","timestamp":"2026-11-20T09:00:00Z",\
          "product_id":"%2$s","price":"12.50","quantity":"1","currency":"USD","country":"US"}
          """
              .formatted(i, BEGINNINGS.get(i)));
    }
    return rows.toString();
  }

  @ParameterizedTest
  @MethodSource("destinations")
  void a_cell_that_begins_like_a_formula_is_written_as_it_is(List<String> destination)
      throws Exception {
    List<String> words = new ArrayList<>(List.of("preview", destination.get(0)));
    words.addAll(List.of("--rows", "rows.ndjson", "--now", "2026-11-20T12:00:00Z"));
    Stream.concat(Stream.of("columns=canonical"), destination.stream().skip(1))
        .forEach(setting -> words.addAll(List.of("--set", setting)));
    Typed.Answer answer =
        Typed.in(folder).shipped().write("rows.ndjson", rows()).type(words.toArray(String[]::new));
    assertThat(answer.code()).as(answer.err()).isZero();
    String content = new ObjectMapper().readTree(answer.out()).get("content").textValue();
    assertThat(content.lines()).as(answer.err()).hasSizeGreaterThan(BEGINNINGS.size());
    assertThat(content).doesNotContain("'=", "'+", "'-", "'@");
    if (destination.get(0).startsWith("google")) {
      assertThat(content).contains("=HYPERLINK(1)");
    } else {
      BEGINNINGS.forEach(cell -> assertThat(content).contains(cell));
    }
  }
}
