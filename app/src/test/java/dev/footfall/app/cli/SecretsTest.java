package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.credential.Secret;
import dev.footfall.core.credential.StoredTokens;
import dev.footfall.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator changes the keys of stored tokens, and is told when one is missing. */
class SecretsTest {
  private static final String OLD = "a1".repeat(32);
  private static final String NEW = "b2".repeat(32);
  private static final String PROJECT =
      """
      store:
        type: embedded
        token_keys: "${env:KEYS}"
      sources:
        drops: { type: files, path: data }
      credentials:
        meta-main: { access_token: "${env:TOKEN}" }
      destinations:
        stores:
          type: meta
          credential: meta-main
          settings: { dataset_id: 1234567890, base_url: "http://127.0.0.1:1" }
      orchestrations:
        daily: { source: drops, query: queries/q.sql, destination: stores, dialect: native }
      """;
  private static final String OWN_KEYS =
      PROJECT.substring(0, PROJECT.indexOf("  token_keys"))
          + PROJECT.substring(PROJECT.indexOf("sources"));

  @TempDir Path folder;
  private Typed typed;

  @BeforeEach
  void project() {
    typed =
        Typed.in(folder)
            .shipped()
            .write("data/orders.csv", "order_id,email,timestamp,value,currency\n")
            .write("queries/q.sql", "SELECT * FROM orders")
            .write("footfall.yaml", OWN_KEYS);
  }

  private Typed given(String keys) {
    return typed.write("footfall.yaml", PROJECT).with(Map.of("TOKEN", "t", "KEYS", keys));
  }

  private void stored() throws IOException {
    try (Store store = Store.open(folder.resolve(".footfall"))) {
      store
          .tokens()
          .write(
              "meta-main",
              new StoredTokens(
                  Map.of("access_token", Secret.of("kept-token")), Optional.empty(), "origin"));
    }
  }

  @Test
  void keys_are_listed_changed_and_dropped() throws IOException {
    stored();
    String first = typed.type("secrets", "--json").json().at("/seals").textValue();
    assertThat(typed.type("secrets").out()).contains(first, "seals", "meta-main");

    Typed.Answer rotated = typed.type("secrets", "rotate", "--json");
    assertThat(rotated.code()).as(rotated.err()).isZero();
    String second = rotated.json().at("/seals").textValue();
    assertThat(second).isNotEqualTo(first);
    assertThat(rotated.json().at("/keys")).hasSize(2);
    assertThat(rotated.json().at("/tokens/meta-main").textValue()).isEqualTo(second);

    Typed.Answer dropped = typed.type("secrets", "rotate", "--drop-old");
    assertThat(dropped.code()).as(dropped.err()).isZero();
    assertThat(dropped.out()).doesNotContain(first).doesNotContain(second);
    assertThat(typed.type("secrets", "show", "--json").json().at("/keys")).hasSize(1);
    try (Store store = Store.open(folder.resolve(".footfall"))) {
      assertThat(store.tokens().read("meta-main").orElseThrow().fields())
          .containsEntry("access_token", Secret.of("kept-token"));
    }
  }

  @Test
  void keys_of_ones_own_are_used_and_never_written() throws IOException {
    stored();
    assertThat(given(OLD).type("secrets", "rotate").code()).isZero();
    Typed.Answer again = given(NEW + "," + OLD).type("secrets", "rotate", "--json");
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.json().at("/tokens/meta-main")).isEqualTo(again.json().at("/seals"));
    Typed.Answer drop = given(NEW + "," + OLD).type("secrets", "rotate", "--drop-old");
    assertThat(drop.code()).isEqualTo(1);
    assertThat(drop.err()).contains("yours to drop");
    assertThat(given(NEW).type("secrets").out()).contains("seals", "meta-main");
  }

  @Test
  void a_missing_key_stops_a_run_with_one_line_and_nothing_is_lost() throws IOException {
    stored();
    given(OLD).type("secrets", "rotate");
    folder.resolve(".footfall/token-keys").toFile().delete();
    Typed.Answer run = given(NEW).run("daily");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().strip().lines()).hasSize(1);
    assertThat(run.err()).contains("TOKEN_KEY_MISSING", "'meta-main'", "restore it");
    assertThat(given(NEW).type("validate").err()).contains("TOKEN_KEY_MISSING");
    assertThat(given(NEW).type("secrets").out()).contains("missing", "meta-main");
    Typed.Answer rotated = given(NEW).type("secrets", "rotate");
    assertThat(rotated.code()).isEqualTo(1);
    assertThat(rotated.err()).contains("cannot be opened", "are as they were");
    assertThat(given(OLD).type("secrets").out()).doesNotContain("missing");
  }

  @Test
  void keys_of_another_shape_are_refused_with_place_and_remedy() {
    for (String command : new String[] {"validate", "run"}) {
      Typed.Answer answer =
          command.equals("run")
              ? given("open sesame").run("daily")
              : given("open sesame").type(command);
      assertThat(answer.code()).isEqualTo(1);
      assertThat(answer.err())
          .contains("footfall.yaml:3", "'token_keys' of store must be keys", "openssl rand -hex 32")
          .doesNotContain("sesame");
    }
    assertThat(given(OLD).with(Map.of("TOKEN", "t")).type("validate").err())
        .contains("footfall.yaml:3", "environment variable KEYS is not set");
  }

  @Test
  void words_that_fit_nothing_are_wrong_usage() throws IOException {
    assertThat(typed.type("secrets").err()).contains("nothing is stored yet");
    stored();
    assertThat(typed.type("secrets", "--drop-old").code()).isEqualTo(2);
    assertThat(typed.type("secrets", "burn").code()).isEqualTo(2);
  }
}
