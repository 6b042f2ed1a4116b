package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.app.config.Destinations;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Setting;
import dev.footfall.core.destination.ValueRule;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a project may have its data sent. */
class AddressSettingsTest {
  private static final String PROJECT =
      """
      sources:
        drops: { type: files, path: data }
      credentials:
        main: { access_token: "${env:TOKEN}" }
      destinations:
        stores:
          type: meta
          credential: main
          settings:
            dataset_id: 1234567890
            base_url: "%s"
      """;

  @TempDir Path folder;

  @Test
  void every_address_that_a_destination_talks_to_must_be_safe() {
    int addresses = 0;
    for (DestinationSpec spec : Destinations.shipped().specs()) {
      for (Setting setting : spec.settings()) {
        if (setting.name().matches(".*base_url.*|token_url")) {
          addresses++;
          assertThat(setting.rule())
              .as("%s %s", spec.type(), setting.name())
              .isInstanceOf(ValueRule.Url.class);
        }
      }
    }
    assertThat(addresses).isGreaterThan(12);
  }

  @Test
  void an_unsafe_one_is_refused_with_its_line_and_without_what_is_secret_in_it() {
    for (String bad :
        new String[] {
          "http://graph.example.com", "https://me:hunter2@graph.facebook.com", "http://10.1.2.3"
        }) {
      Typed.Answer answer =
          Typed.in(folder)
              .shipped()
              .write("footfall.yaml", PROJECT.formatted(bad))
              .type("validate", "--offline");
      assertThat(answer.code()).isEqualTo(1);
      assertThat(answer.err())
          .contains("footfall.yaml:11", "setting 'base_url' must be an https:// URL")
          .doesNotContain("hunter2");
    }
  }

  @Test
  void one_that_only_the_environment_knows_is_refused_when_it_is_used() {
    Typed.Answer answer =
        Typed.in(folder)
            .shipped()
            .with(Map.of("TOKEN", "t", "WHERE", "http://me:hunter2@10.0.0.7"))
            .write("data/orders.csv", "order_id,email,timestamp,value,currency\n")
            .write("queries/q.sql", "SELECT * FROM orders")
            .write(
                "footfall.yaml",
                PROJECT.formatted("${env:WHERE}")
                    + """
                    orchestrations:
                      daily: { source: drops, query: queries/q.sql, destination: stores, dialect: native }
                    """)
            .run("daily");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err())
        .contains("setting 'base_url' must be an https:// URL")
        .doesNotContain("hunter2");
  }
}
