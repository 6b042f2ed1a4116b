package dev.footfall.destinations.tradedesk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.PlatformWords;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.Resolution;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.destinations.answer.JsonAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One question to the operator: which ids belong to these hashes. */
final class IdentityQuestion implements Resolution.Question {
  /** An answer: the person opted out. */
  static final String OPTED_OUT = "optout";

  /** An answer: nobody can be found by it. */
  static final String INVALID = "invalid";

  private static final String PATH = "/v3/identity/map";
  private static final int KEY = 32;

  /** Unix seconds after which nothing counts. */
  private static final long FAR = 253_402_300_799L;

  private static final List<Kind> KINDS = List.of(Kind.EMAIL, Kind.PHONE);

  private final TradeDeskSettings.Operator operator;
  private final List<String> names;
  private final CredentialValues credential;
  private final Resolution.Attempt attempt;
  private final byte[] nonce = new byte[SealedLetter.NONCE];
  private final byte[] iv = new byte[SealedLetter.IV];

  IdentityQuestion(
      TradeDeskSettings.Operator operator,
      List<String> names,
      CredentialValues credential,
      Resolution.Attempt attempt) {
    this.operator = operator;
    this.names = names;
    this.credential = credential;
    this.attempt = attempt;
    attempt.random().nextBytes(nonce);
    attempt.random().nextBytes(iv);
  }

  /** The question in plain words. */
  static HttpCall shown(TradeDeskSettings.Operator operator, List<String> names) {
    return call(operator, CredentialValues.none(), document(names));
  }

  private static HttpCall call(
      TradeDeskSettings.Operator operator, CredentialValues credential, byte[] body) {
    return HttpCall.post(
        operator.baseUrl() + PATH,
        Map.of(
            "Authorization",
            "Bearer " + credential.reveal(TradeDeskSettingSpecs.UID2_KEY),
            "Content-Type",
            "text/plain"),
        Set.of("Authorization"),
        List.of(body));
  }

  private static byte[] document(List<String> names) {
    JsonBytes json = new JsonBytes().beginObject();
    for (Kind kind : KINDS) {
      List<String> asked = asked(names, kind);
      if (!asked.isEmpty()) {
        json.key(JsonBytes.key(kind.word() + "_hash")).beginArray();
        asked.forEach(name -> json.text(name.substring(2)));
        json.endArray();
      }
    }
    return json.endObject().toBytes();
  }

  private static List<String> asked(List<String> names, Kind kind) {
    return names.stream().filter(name -> name.charAt(0) == kind.letter()).toList();
  }

  @Override
  public HttpCall call() {
    SealedLetter letter = new SealedLetter(attempt.now().toEpochMilli(), nonce, document(names));
    byte[] body = key().map(key -> letter.seal(key, iv)).orElse(new byte[0]);
    return call(operator, credential, Base64.getEncoder().encode(body));
  }

  /** The key; without one the question stays empty, and the operator refuses it. */
  private Optional<byte[]> key() {
    try {
      String secret = credential.reveal(TradeDeskSettingSpecs.UID2_SECRET);
      return Optional.of(Base64.getDecoder().decode(secret)).filter(key -> key.length == KEY);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  @Override
  public Resolution.Answered read(HttpAnswer answer) {
    return switch (answer.status()) {
      case 200 -> opened(answer);
      case 400 -> refused(answer);
      case 401, 403 ->
          stop(
              Code.CREDENTIALS_REJECTED,
              words(answer) + "; check uid2_api_key, its role Mapper, and uid2_base_url");
      case 404 -> stop(Code.CONFIGURATION_FAULT, words(answer) + "; check uid2_base_url");
      case 413 -> new Resolution.Answered.TooMany(words(answer));
      case 429 -> again(Reading.Cause.THROTTLE, answer);
      case 408 -> again(Reading.Cause.OUTAGE, answer);
      default ->
          answer.status() >= 500
              ? again(Reading.Cause.OUTAGE, answer)
              : stop(Code.UID2_BAD_REQUEST, words(answer));
    };
  }

  private Resolution.Answered refused(HttpAnswer answer) {
    String message = message(answer).toLowerCase(Locale.ROOT);
    if (message.contains("encryption key")) {
      return stop(Code.CREDENTIALS_REJECTED, words(answer) + "; check uid2_client_secret");
    }
    if (message.contains("timestamp")) {
      return attempt.number() == 1
          ? again(Reading.Cause.OUTAGE, answer)
          : stop(Code.CLOCK_SKEW, words(answer));
    }
    return stop(Code.UID2_BAD_REQUEST, words(answer));
  }

  private static Resolution.Answered again(Reading.Cause cause, HttpAnswer answer) {
    return new Resolution.Answered.NotYet(
        new Reading.TryAgain(cause, Optional.empty(), words(answer)));
  }

  private static Resolution.Answered stop(Code code, String words) {
    return new Resolution.Answered.NotYet(new Reading.Stop(code, words));
  }

  private static String message(HttpAnswer answer) {
    return JsonAnswer.of(answer).path("message").asText("");
  }

  private static String words(HttpAnswer answer) {
    String message = PlatformWords.of(message(answer));
    return "UID2 operator, HTTP " + answer.status() + (message.isEmpty() ? "" : ": " + message);
  }

  private Resolution.Answered opened(HttpAnswer answer) {
    Optional<SealedLetter> letter =
        key().flatMap(key -> sealed(answer).flatMap(bytes -> SealedLetter.open(key, bytes)));
    if (letter.isEmpty()) {
      return stop(Code.UID2_BAD_RESPONSE, "UID2 operator: an answer that cannot be decrypted");
    }
    if (!Arrays.equals(letter.get().nonce(), nonce)) {
      return stop(Code.UID2_BAD_RESPONSE, "UID2 operator: an answer to another question");
    }
    JsonNode document = JsonAnswer.of(letter.get().document());
    Map<String, Resolution.Value> found = new HashMap<>();
    for (Kind kind : KINDS) {
      List<String> asked = asked(names, kind);
      JsonNode answers = document.path("body").path(kind.word() + "_hash");
      if (!document.path("status").asText("").equals("success") || answers.size() != asked.size()) {
        return stop(Code.UID2_BAD_RESPONSE, "UID2 operator: not an answer for each identifier");
      }
      for (int i = 0; i < asked.size(); i++) {
        found.put(asked.get(i), value(answers.path(i)));
      }
    }
    return new Resolution.Answered.Found(found);
  }

  private static Optional<byte[]> sealed(HttpAnswer answer) {
    boolean isRaw =
        answer.header("content-type").filter(t -> t.startsWith("application/octet")).isPresent();
    try {
      return Optional.of(
          isRaw
              ? answer.body()
              : Base64.getDecoder()
                  .decode(new String(answer.body(), StandardCharsets.US_ASCII).strip()));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** Ids count no longer than the operator promises, and opt-outs as long as the run. */
  private Resolution.Value value(JsonNode answer) {
    String id = answer.path("u").asText("");
    if (answer.path("u").isTextual() && isRawId(id)) {
      Instant promised = Instant.ofEpochSecond(Math.min(answer.path("r").asLong(FAR), FAR));
      Instant most = attempt.now().plus(operator.reuse());
      return new Resolution.Value(id, promised.isBefore(most) ? promised : most);
    }
    boolean isOptOut = answer.path("e").asText("").equals("optout");
    return Resolution.Value.lasting(isOptOut ? OPTED_OUT : INVALID);
  }

  private static boolean isRawId(String id) {
    return id.matches("[A-Za-z0-9+/]{43}[A-Za-z0-9+/=]");
  }
}
