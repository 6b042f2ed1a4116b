package dev.footfall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.core.credential.Secret;
import dev.footfall.core.credential.StoredTokens;
import dev.footfall.store.secret.InstallationSecret;
import dev.footfall.store.secret.TokenKeys;
import dev.footfall.store.sql.Database;
import dev.footfall.store.sql.StoreFault;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store promises of the tokens that it keeps; one joins by saying how it is opened. */
public abstract class TokenContract {
  protected static final String SECRET = "00112233445566778899aabbccddeeff".repeat(2);
  protected static final String FIRST = "a1".repeat(32);
  protected static final String SECOND = "b2".repeat(32);

  /** Written by a Footfall that knew no token keys, under {@link #SECRET}. */
  private static final String OF_OLD =
      "01a428f5eaf62c4b2d2c1d255fb7dd98f78e92066e594edcf97b8c4d19f69bd0d474a73e2e7368c07dd5674d574d"
          + "4de772899ac1180faf0f519bae98ae7fdb8f284c2ef711cb2f8629d87f24bb7e6c1ad9e5d92907ccdc1d8ae0"
          + "5d3dbe56a9604cf2e14dce669253729e788c32c62de67cdc7819b358";

  /** Opens the same store, again and again within one test. */
  protected abstract Store open(StoreSecrets secrets) throws IOException;

  /** Its tables, after it was opened once. */
  protected abstract Database tables() throws IOException;

  /** The store with these keys, or with none given. */
  protected final Store with(String... keys) throws IOException {
    InstallationSecret secret = InstallationSecret.of(Secret.of(SECRET));
    return open(
        keys.length == 0
            ? StoreSecrets.of(secret)
            : new StoreSecrets(Optional.of(secret), Optional.of(keys(keys))));
  }

  private static TokenKeys keys(String... keys) {
    return TokenKeys.of(Secret.of(String.join("\n", keys)));
  }

  protected static String name(String key) {
    return keys(key).names().get(0);
  }

  protected static StoredTokens tokens(String token) {
    return new StoredTokens(
        Map.of("access_token", Secret.of(token), "refresh_token", Secret.of("refresh-" + token)),
        Optional.of(Instant.parse("2026-12-01T00:00:00Z")),
        "origin");
  }

  private static StoreFault fault(Store store, String credential) {
    StoreFault[] caught = new StoreFault[1];
    assertThatThrownBy(() -> store.tokens().read(credential))
        .isInstanceOfSatisfying(StoreFault.class, fault -> caught[0] = fault);
    return caught[0];
  }

  private byte[] sealed(String credential) throws IOException {
    try (Database tables = tables()) {
      return tables
          .query(
              row -> row.getBytes(1), "SELECT sealed FROM token WHERE credential = ?", credential)
          .get(0);
    }
  }

  private void put(String credential, byte[] sealed) throws IOException {
    try (Database tables = tables()) {
      tables.update("DELETE FROM token WHERE credential = ?", credential);
      tables.update("INSERT INTO token (credential, sealed) VALUES (?, ?)", credential, sealed);
    }
  }

  @Test
  void a_token_that_was_sealed_before_there_were_keys_is_read_and_sealed_under_the_first()
      throws IOException {
    with(FIRST).close();
    put("meta-main", HexFormat.of().parseHex(OF_OLD));
    try (Store store = with(FIRST)) {
      assertThat(store.rotation().state().tokens()).containsEntry("meta-main", "");
      StoredTokens read = store.tokens().read("meta-main").orElseThrow();
      assertThat(read.fields())
          .containsEntry("access_token", Secret.of("token-of-old"))
          .containsEntry("refresh_token", Secret.of("refresh-of-old"));
      assertThat(store.rotation().state().tokens()).containsEntry("meta-main", name(FIRST));
      assertThat(store.tokens().read("meta-main")).contains(read);
    }
  }

  @Test
  void a_token_under_an_older_key_is_read_and_sealed_under_the_first() throws IOException {
    try (Store store = with(FIRST)) {
      store.tokens().write("meta-main", tokens("one"));
    }
    try (Store store = with(SECOND, FIRST)) {
      assertThat(store.tokens().read("meta-main")).contains(tokens("one"));
    }
    try (Store store = with(SECOND)) {
      assertThat(store.tokens().read("meta-main")).contains(tokens("one"));
    }
  }

  @Test
  void keys_may_be_given_to_a_store_that_had_none() throws IOException {
    try (Store store = with()) {
      store.tokens().write("meta-main", tokens("one"));
    }
    try (Store store = with(FIRST)) {
      assertThat(store.rotation().reseal().sealed()).containsExactly("meta-main");
      assertThat(store.rotation().state().tokens()).containsEntry("meta-main", name(FIRST));
      assertThat(store.tokens().read("meta-main")).contains(tokens("one"));
    }
  }

  @Test
  void all_tokens_are_sealed_under_the_first_key_at_once() throws IOException {
    try (Store store = with(FIRST)) {
      store.tokens().write("meta-main", tokens("one"));
      store.tokens().write("klaviyo-main", tokens("two"));
    }
    try (Store store = with(SECOND, FIRST)) {
      assertThat(store.rotation().reseal().sealed()).containsExactly("klaviyo-main", "meta-main");
    }
    try (Store store = with(SECOND)) {
      assertThat(store.tokens().read("meta-main")).contains(tokens("one"));
      assertThat(store.tokens().read("klaviyo-main")).contains(tokens("two"));
    }
  }

  @Test
  void a_token_whose_key_is_not_there_is_named_and_left_as_it_is() throws IOException {
    try (Store store = with(FIRST)) {
      store.tokens().write("meta-main", tokens("geheim"));
    }
    byte[] before = sealed("meta-main");
    try (Store store = with(SECOND)) {
      StoreFault fault = fault(store, "meta-main");
      assertThat(fault.kind()).isEqualTo(StoreFault.Kind.TOKEN_KEY_MISSING);
      assertThat(fault)
          .hasMessageContaining("credential 'meta-main' were sealed under key " + name(FIRST))
          .hasMessageContaining("restore it")
          .hasMessageNotContaining(FIRST)
          .hasMessageNotContaining(SECOND)
          .hasMessageNotContaining("geheim");
      assertThat(store.rotation().reseal().unreadable()).containsExactly("meta-main");
    }
    assertThat(sealed("meta-main")).isEqualTo(before);
    try (Store store = with(FIRST)) {
      assertThat(store.tokens().read("meta-main")).contains(tokens("geheim"));
    }
  }

  @Test
  void a_token_opens_for_its_credential_only_and_unaltered_only() throws IOException {
    try (Store store = with(FIRST)) {
      store.tokens().write("meta-main", tokens("one"));
    }
    byte[] sealed = sealed("meta-main");
    put("klaviyo-main", sealed);
    try (Store store = with(FIRST)) {
      assertThat(fault(store, "klaviyo-main")).hasMessageContaining("cannot be opened");
      for (int at : List.of(0, 1, 3, 8, 20, sealed.length - 1)) {
        byte[] altered = sealed.clone();
        altered[at] ^= 4;
        put("meta-main", altered);
        assertThat(fault(store, "meta-main"))
            .hasMessageContaining("authorise the credential again");
      }
      for (int length : List.of(0, 1, 5, 6, 20)) {
        put("meta-main", Arrays.copyOf(sealed, length));
        assertThat(fault(store, "meta-main"))
            .hasMessageContaining("authorise the credential again");
      }
    }
  }

  @Test
  void the_same_token_is_never_sealed_to_the_same_bytes() throws IOException {
    try (Store store = with(FIRST)) {
      store.tokens().write("meta-main", tokens("one"));
      byte[] once = sealed("meta-main");
      store.tokens().write("meta-main", tokens("one"));
      assertThat(sealed("meta-main")).isNotEqualTo(once);
    }
  }
}
