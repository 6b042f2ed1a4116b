package dev.footfall.destinations.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The documented examples, byte for byte. */
class ExampleTest {
  @Test
  void three_rows_become_a_request_to_the_data_manager_api() {
    List<HttpCall> calls =
        Samples.dataManager()
            .set("login_customer_id", "111-222-3333")
            .set("quota_project", "our-project")
            .set("default_ad_personalization", "UNSPECIFIED")
            .requests(Samples.example().with(0, "ad_personalization", "yes"), Samples.TOKEN);

    assertThat(calls).hasSize(1);
    assertThat(Samples.body(calls.get(0))).isEqualTo(Samples.resource("data-manager.json"));
    assertThat(calls.get(0).url()).isEqualTo("https://datamanager.googleapis.com/v1/events:ingest");
    assertThat(calls.get(0).headers())
        .containsEntry("Authorization", "Bearer T")
        .containsEntry("x-goog-user-project", "our-project")
        .doesNotContainKeys("developer-token", "login-customer-id");
  }

  @Test
  void three_rows_become_an_upload_to_the_google_ads_api() {
    List<HttpCall> calls =
        Samples.ads()
            .set("login_customer_id", "111 222 3333")
            .set("developer_token", "secret-developer")
            .requests(Samples.example(), Samples.TOKEN);

    assertThat(calls).hasSize(1);
    assertThat(Samples.body(calls.get(0))).isEqualTo(Samples.resource("google-ads.json"));
    assertThat(calls.get(0).url())
        .isEqualTo(
            "https://googleads.googleapis.com/v25/customers/1234567890:uploadClickConversions");
    assertThat(calls.get(0).headers())
        .containsEntry("login-customer-id", "1112223333")
        .containsEntry("developer-token", "secret-developer");
    assertThat(calls.get(0).secretHeaders()).contains("Authorization", "developer-token");
  }

  @Test
  void an_order_becomes_a_line_of_a_store_sales_file() {
    TestRows rows =
        TestRows.of(
                "order_id",
                "timestamp",
                "email",
                "phone",
                "given_name",
                "surname",
                "city",
                "state",
                "postal",
                "country",
                "unit_price",
                "quantity",
                "currency_code")
            .row(line("19.99", "2"))
            .row(line("33.333333333", "1"));
    FileDelivery delivery = (FileDelivery) Samples.file().route(rows).delivery();
    String header = new String(delivery.header(), StandardCharsets.UTF_8);

    assertThat((header + Samples.file().map(rows).text(0)).strip().replace("\r\n", "\n"))
        .isEqualTo(Samples.resource("store-sales.csv"));
    assertThat(header).endsWith("\r\n");
    assertThat(delivery.fileName("", 2)).isEqualTo("google_store_sales_20261121T090000Z_02.csv");
  }

  private static Object[] line(String price, String quantity) {
    return new Object[] {
      "ORD-1001",
      "2026-11-20T18:05:00Z",
      "ada.lovelace@gmail.com",
      "650-555-1212 ext. 89",
      " Mrs. Ada   ",
      "O'Brien",
      "St. Louis",
      "mo",
      "63101-2233",
      "USA",
      price,
      quantity,
      "USD"
    };
  }

  @Test
  void nothing_of_the_example_is_worth_a_word() {
    Mapped mapped = Samples.dataManager().map(Samples.example());

    assertThat(mapped.rejected()).isEmpty();
    assertThat(mapped.dropped()).isEmpty();
    assertThat(mapped.notices()).isEmpty();
  }
}
