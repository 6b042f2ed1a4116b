package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Canonical words mean the same to all platforms, however their case is written. */
class CanonicalWordsTest {
  private static final String ROWS =
      """
      {"order_id":"O1","external_id":"c1","email":"jane@example.com","event_name":"purchase","action_source":"physical_store","timestamp":"2026-11-20T10:00:00Z","price":"10.00","quantity":2,"currency":"USD","product_id":"p1","store_id":"S1"}
      {"order_id":"O2","external_id":"c2","email":"jack@example.com","event_name":"PURCHASE","action_source":"PHYSICAL_STORE","timestamp":"2026-11-20T10:00:00Z","price":"10.00","quantity":2,"currency":"USD","product_id":"p1","store_id":"S1"}
      {"order_id":"O3","external_id":"c3","email":"jill@example.com","event_name":" Purchase ","action_source":"Physical_Store","timestamp":"2026-11-20T10:00:00Z","price":"10.00","quantity":2,"currency":"USD","product_id":"p1","store_id":"S1"}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "meta dataset_id=1234567890",
        "tiktok advertiser_id=7000000000000000000 event_set_id=7000000000000000001",
        "tiktok mode=csv_file",
        "pinterest ad_account_id=549755885175",
        "pinterest mode=csv_file",
        "google-enhanced-conversions customer_id=1234567890 conversion_action_id=123456789",
        "snapchat mode=file",
        "snapchat mode=conversions_api pixel_id=0b7f4d3a-6c1e-4a2b-9f58-0d6f0c9f3a11",
        "klaviyo mode=events",
        "braze mode=purchases base_url=http://127.0.0.1:1",
        "criteo mode=file",
        "the-trade-desk advertiser_id=a offline_data_provider_id=p tracking_tag_id=t"
      })
  void the_case_of_event_names_and_sources_does_not_count(String platform) {
    List<String> words = new ArrayList<>(List.of("preview"));
    List<String> parts = List.of(platform.split(" "));
    words.add(parts.get(0));
    parts.subList(1, parts.size()).forEach(set -> words.addAll(List.of("--set", set)));
    words.addAll(List.of("--set", "columns=canonical", "--rows", "rows.ndjson"));
    Typed.Answer answer =
        Typed.in(folder).shipped().write("rows.ndjson", ROWS).type(words.toArray(String[]::new));
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.err()).contains("3 rows read: 3 in ", ", 0 rejected");
  }
}
