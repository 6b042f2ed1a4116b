package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code validate --connect}: each platform is asked with the real credential. */
class ConnectTest {
  private static final String PROJECT =
      """
      sources:
        drops: { type: files, path: data }
      credentials:
        meta: { access_token: "${env:META_TOKEN}" }
        tiktok: { access_token: "${env:TIKTOK_TOKEN}" }
        pinterest: { conversion_access_token: "${env:PINTEREST_TOKEN}" }
      destinations:
        meta-stores:
          type: meta
          credential: meta
          settings: { dataset_id: 1234567890, base_url: "%s" }
        tiktok-stores:
          type: tiktok
          credential: tiktok
          settings: { advertiser_id: 7654321098765432100, event_set_id: 7654321098765432109, base_url: "%s" }
        pinterest-stores:
          type: pinterest
          credential: pinterest
          settings: { ad_account_id: 549755885175, base_url: "%s" }
        files:
          type: pinterest
          settings: { mode: csv_file }
      """;

  @TempDir Path folder;
  @AutoClose private Sandbox sandbox;
  private Typed typed;

  @BeforeEach
  void project() throws Exception {
    sandbox = Sandbox.start(SandboxOptions.defaults());
    typed = Typed.in(folder).shipped();
    typed.write("data/orders.csv", "order_id\n1\n");
    write("meta", "tiktok", "pinterest");
    tokens("sandbox-meta-token", "sandbox-tiktok-token", "sandbox-pinterest-token");
  }

  private void write(String... platforms) {
    typed.write(
        "footfall.yaml",
        PROJECT.formatted(
            Arrays.stream(platforms)
                .map(p -> p.startsWith("http") ? p : sandbox.baseUrl(p))
                .toArray()));
  }

  private void tokens(String meta, String tiktok, String pinterest) {
    typed.with(Map.of("META_TOKEN", meta, "TIKTOK_TOKEN", tiktok, "PINTEREST_TOKEN", pinterest));
  }

  @Test
  void every_destination_is_asked_and_says_that_it_is_ready() {
    Typed.Answer answer = typed.type("validate", "--connect");
    assertThat(answer.code()).as(answer.out() + answer.err()).isZero();
    assertThat(answer.out().lines())
        .hasSize(4)
        .anyMatch(l -> l.startsWith("meta-stores: ok: dataset '"))
        .anyMatch(l -> l.startsWith("tiktok-stores: ok: "))
        .anyMatch(l -> l.equals("pinterest-stores: ok: Pinterest takes events for the ad account"))
        .anyMatch(l -> l.startsWith("files: ok: writes files"));
    assertThat(sandbox.counters("pinterest").kept()).isZero();
  }

  @Test
  void a_refused_token_ends_with_four_and_the_others_are_asked_all_the_same() {
    tokens("sandbox-meta-token-revoked", "sandbox-tiktok-token", "sandbox-pinterest-token-revoked");
    Typed.Answer answer = typed.type("validate", "--connect");
    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.out())
        .contains("meta-stores: CREDENTIALS_REJECTED: ")
        .contains("pinterest-stores: CREDENTIALS_REJECTED: ")
        .contains("tiktok-stores: ok")
        .doesNotContain("-revoked");
  }

  @Test
  void missing_permission_and_unsigned_terms_end_with_four() {
    tokens(
        "sandbox-meta-token-terms",
        "sandbox-tiktok-token",
        "sandbox-pinterest-token-no-permission");
    Typed.Answer answer = typed.type("validate", "--connect");
    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.out())
        .contains("meta-stores: TERMS_NOT_ACCEPTED: ", "pinterest-stores: PERMISSION_DENIED: ");
  }

  @Test
  void a_platform_out_of_reach_ends_with_four() {
    write("http://127.0.0.1:9", "tiktok", "pinterest");
    Typed.Answer answer = typed.type("validate", "--connect");
    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.out()).contains("meta-stores: PLATFORM_UNAVAILABLE: ");
  }

  @Test
  void an_unset_variable_is_wrong_input() {
    typed.with(Map.of("META_TOKEN", "sandbox-meta-token", "TIKTOK_TOKEN", "sandbox-tiktok-token"));
    Typed.Answer answer = typed.type("validate", "--connect");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out())
        .contains("pinterest-stores: wrong input: footfall.yaml:6:")
        .contains("PINTEREST_TOKEN is not set");
  }

  @Test
  void offline_and_connect_exclude_each_other() {
    assertThat(typed.type("validate", "--connect", "--offline").code()).isEqualTo(2);
  }
}
