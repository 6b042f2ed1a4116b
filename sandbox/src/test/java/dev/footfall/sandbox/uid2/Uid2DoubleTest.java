package dev.footfall.sandbox.uid2;

import static dev.footfall.sandbox.Running.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.footfall.sandbox.Running;
import dev.footfall.sandbox.platform.Counters;
import dev.footfall.sandbox.platform.Injection;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Uid2DoubleTest {
  private static final String PATH = "/uid2/v3/identity/map";
  private static final String KEY = "sandbox-uid2-key";
  private static final Instant NOW = Instant.ofEpochMilli(1795014566000L);
  private static final long NONCE = 0x0102030405060708L;
  private static final String JANE = "1hFzBkhe0OUK+rOshx6Y+BaZFR8wKBUn1j/18jNlbGk=";
  private static final String PHONE = "4P+yoCYLtmqhIutEnPSmszf1q/QF70Y0HwLi50UsGeU=";
  private static final String BOTH =
      "{\"email_hash\":[\"" + JANE + "\"],\"phone_hash\":[\"" + PHONE + "\"]}";
  private static final String PUBLISHED =
      "AQABAgMEBQYHCAkKC0cC17oq0WJrjEOUj7Tvf2X49OJZkRIzI1AGlu0/U1uQMHjohu2qev1E6yqmo/VnS4YhVtRxlMKAecUSblOhoIDBVulL"
          + "67toDX4TwVPN0iLKSOKmDBM8OwmOlbz2I9KN3eCBNqX9Dbx373R3xzwwTy/pChHRhfRUtRy5YP3b1iZ59zs19uGkjDZd3Gr8QMmlpXjFel9c"
          + "Ew9YDqqX2Zg=";

  @AutoClose private final Running running = Running.at(NOW.toString());

  private static byte[] cipher(int mode, byte[] iv, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      byte[] key = Base64.getDecoder().decode("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sealed(String document, Instant at) {
    byte[] json = document.getBytes(StandardCharsets.UTF_8);
    byte[] plain =
        ByteBuffer.allocate(16 + json.length)
            .putLong(at.toEpochMilli())
            .putLong(NONCE)
            .put(json)
            .array();
    byte[] iv = new byte[12];
    byte[] text = cipher(Cipher.ENCRYPT_MODE, iv, plain);
    return ByteBuffer.allocate(13 + text.length).put((byte) 1).put(iv).put(text).array();
  }

  private static ByteBuffer opened(String body) {
    byte[] sealed = Base64.getDecoder().decode(body);
    byte[] text = Arrays.copyOfRange(sealed, 12, sealed.length);
    return ByteBuffer.wrap(cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, 12), text));
  }

  private static JsonNode document(String body) throws IOException {
    ByteBuffer plain = opened(body).position(16);
    return new JsonMapper().readTree(StandardCharsets.UTF_8.decode(plain).toString()).path("body");
  }

  private HttpResponse<String> send(String key, String body) throws IOException {
    return running.send(
        PATH,
        request ->
            request
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> map(String document) throws IOException {
    return send(KEY, Base64.getEncoder().encodeToString(sealed(document, NOW)));
  }

  private Counters counters() {
    return running.sandbox().counters("uid2");
  }

  private void inject(Injection injection) {
    running.sandbox().inject("uid2", injection);
  }

  private static String hashes(int many) {
    return IntStream.range(0, many)
        .mapToObj(i -> "\"" + "%043d=".formatted(i) + "\"")
        .collect(Collectors.joining(",", "{\"email_hash\":[", "]}"));
  }

  @Test
  void published_envelope_is_opened_and_answered() throws IOException {
    HttpResponse<String> answer = send(KEY, PUBLISHED);
    assertThat(answer.statusCode()).isEqualTo(200);
    ByteBuffer plain = opened(answer.body());
    assertThat(plain.getLong()).isEqualTo(NOW.toEpochMilli());
    assertThat(plain.getLong()).isEqualTo(NONCE);
    JsonNode body = document(answer.body());
    assertThat(body.at("/email_hash/0"))
        .hasToString(
            "{\"u\":\"1P4ELYX3K2kiFwGXMCqROlWBJ2DIx1IUgAb+0k/b9I0=\",\"p\":null,\"r\":1798761600}");
    assertThat(body.at("/phone_hash/0/u").asText())
        .isEqualTo("WEpnzJb6bvXHXhUzvQfzsyjc2qWmHbQE6bJqNaMW2DM=");
    assertThat(body.path("email")).isEmpty();
    assertThat(counters().kept()).isEqualTo(2);
  }

  @Test
  void bytes_are_answered_with_bytes_and_scopes_differ() throws IOException {
    HttpResponse<String> bytes =
        running.send(
            PATH,
            request ->
                request
                    .header("Authorization", "Bearer " + KEY)
                    .header("Content-Type", "application/octet-stream")
                    .POST(BodyPublishers.ofByteArray(sealed(BOTH, NOW))));
    assertThat(bytes.statusCode()).isEqualTo(200);
    assertThat(bytes.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
    JsonNode euid = document(send("sandbox-euid-key", PUBLISHED).body());
    assertThat(euid.at("/email_hash/0/u").asText()).isNotEmpty().doesNotStartWith("1P4ELYX3");
  }

  @ParameterizedTest
  @CsvSource({
    "sandbox-uid2-key-revoked, 401",
    "sandbox-uid2-key-no-role, 403",
    "nobody, 401",
    "'', 401"
  })
  void keys_that_are_not_good_are_refused_in_the_clear(String key, int status) throws IOException {
    HttpResponse<String> answer = send(key, PUBLISHED);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).path("status").asText()).isEqualTo("unauthorized");
  }

  @Test
  void envelopes_must_be_fresh_intact_and_of_this_key() throws IOException {
    String late = Base64.getEncoder().encodeToString(sealed(BOTH, NOW.minusSeconds(61)));
    assertThat(send(KEY, late).body()).contains("timestamp");
    assertThat(send("sandbox-uid2-key-any-time", late).statusCode()).isEqualTo(200);
    String edge = Base64.getEncoder().encodeToString(sealed(BOTH, NOW.plusSeconds(60)));
    assertThat(send(KEY, edge).statusCode()).isEqualTo(200);
    byte[] broken = sealed(BOTH, NOW);
    broken[40] ^= 1;
    assertThat(send(KEY, Base64.getEncoder().encodeToString(broken)).body())
        .contains("encryption key");
    broken[0] = 2;
    assertThat(send(KEY, Base64.getEncoder().encodeToString(broken)).body()).contains("Version");
    assertThat(send(KEY, "").statusCode()).isEqualTo(400);
    assertThat(send(KEY, "%%%").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "x",
        "{\"email_hash\":\"x\"}",
        "{\"email_hash\":[null]}",
        "{\"email_hash\":[1]}",
        "{\"policy\":[1]}"
      })
  void documents_are_closed_and_hold_texts(String document) throws IOException {
    HttpResponse<String> answer = map(document);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("status").asText()).isEqualTo("client_error");
  }

  @Test
  void plain_identifiers_are_refused_and_counted() throws IOException {
    assertThat(map("{\"email\":[\"jane@example.com\"]}").statusCode()).isEqualTo(400);
    assertThat(counters().personalData()).isEqualTo(1);
    assertThat(map("{\"email\":[],\"email_hash\":[\"" + JANE + "\"]}").statusCode()).isEqualTo(200);
    map("{\"email_hash\":[\"jane@example.com\"]}");
    assertThat(counters().personalData()).isEqualTo(2);
  }

  @Test
  void opted_out_and_invalid_identifiers_have_their_words() throws IOException {
    String optedOut = "DYsnJ8r5+cjRDHue98gIGDKvLIMuqAm/RRLODrjqK50=";
    String hex = "d6117306485ed0e50afab3ac871e98f81699151f30281527d63ff5f233656c69";
    JsonNode answer =
        document(map("{\"email_hash\":[\"" + optedOut + "\",\"" + hex + "\",\"\"]}").body());
    assertThat(answer.path("email_hash"))
        .hasToString(
            "[{\"e\":\"optout\"},{\"e\":\"invalid identifier\"},{\"e\":\"invalid identifier\"}]");
    assertThat(counters().kept()).isEqualTo(1);
    assertThat(counters().refused()).isEqualTo(2);
    inject(Injection.next("optout").with("identifiers", List.of(JANE)));
    assertThat(document(map(BOTH).body()).at("/email_hash/0/e").asText()).isEqualTo("optout");
    inject(Injection.next("poison").with("event_id", JANE));
    assertThat(document(map(BOTH).body()).at("/email_hash/0/e").asText()).startsWith("invalid");
  }

  @Test
  void five_thousand_identifiers_and_a_mebibyte_fit() throws IOException {
    assertThat(document(map(hashes(5000)).body()).path("email_hash")).hasSize(5000);
    assertThat(map(hashes(5001)).statusCode()).isEqualTo(400);
    assertThat(send(KEY, "A".repeat(1_048_577)).statusCode()).isEqualTo(413);
  }

  @Test
  void asking_again_within_a_day_is_noticed() throws IOException {
    map(BOTH);
    map(BOTH);
    assertThat(counters().repeated()).isEqualTo(2);
  }

  @Test
  void answers_can_be_spoilt() throws IOException {
    inject(Injection.next("wrong_nonce"));
    assertThat(opened(map(BOTH).body()).getLong(8)).isNotEqualTo(NONCE);
    inject(Injection.next("wrong_key"));
    String wrong = map(BOTH).body();
    Assertions.assertThatThrownBy(() -> opened(wrong)).isInstanceOf(IllegalStateException.class);
    inject(Injection.next("truncated"));
    String half = map(BOTH).body();
    Assertions.assertThatThrownBy(() -> opened(half)).isInstanceOf(IllegalStateException.class);
    inject(Injection.next("short_arrays"));
    assertThat(document(map(BOTH).body()).path("email_hash")).isEmpty();
    inject(Injection.next("stale"));
    assertThat(map(BOTH).body()).contains("timestamp");
    inject(Injection.next("throttle"));
    HttpResponse<String> throttled = map(BOTH);
    assertThat(throttled.statusCode()).isEqualTo(429);
    assertThat(throttled.body()).isEmpty();
    inject(Injection.next("error").with("status", 500));
    assertThat(json(map(BOTH)).path("status").asText()).isEqualTo("unknown");
  }

  @Test
  void a_crowd_is_turned_away() {
    inject(Injection.next("crowd").with("most", 2).with("delay_ms", 400).times(4));
    List<CompletableFuture<Integer>> all =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          try {
                            return map(BOTH).statusCode();
                          } catch (IOException e) {
                            return 0;
                          }
                        },
                        task -> new Thread(task).start()))
            .toList();
    List<Integer> statuses = all.stream().map(CompletableFuture::join).toList();
    assertThat(statuses).contains(200).contains(429);
    assertThat(
            running
                .sandbox()
                .view("uid2", "parallel", "")
                .orElseThrow()
                .at("/most_at_once")
                .asInt())
        .isGreaterThan(2);
  }
}
