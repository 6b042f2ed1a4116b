package dev.footfall.sandbox.uid2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** From a hash to a raw id, always the same one; or to the reason why there is none. */
final class Uid2Mapping {
  static final String OPTED_OUT = "optout";
  static final String INVALID = "invalid identifier";
  private static final int DIGEST_TEXT = 44;
  private static final int DIGEST = 32;

  private final String scope;
  private final Instant now;
  private final Set<String> optedOut = new HashSet<>();
  private final Predicate<String> poisoned;

  Uid2Mapping(String scope, Instant now, Set<String> optedOut, Predicate<String> poisoned) {
    this.scope = scope;
    this.now = now;
    this.optedOut.addAll(optedOut);
    this.optedOut.add(digest("optout@example.com"));
    this.optedOut.add(digest("+00000000000"));
    this.poisoned = poisoned;
  }

  /** One more that opted out, for this request. */
  void optOut(String hash) {
    optedOut.add(hash);
  }

  /** What the operator says of one hash. */
  ObjectNode answer(String hash) {
    if (!isDigest(hash) || poisoned.test(hash)) {
      return Json.object("e", INVALID);
    } else if (optedOut.contains(hash)) {
      return Json.object("e", OPTED_OUT);
    }
    ObjectNode answer = Json.object("u", digest("footfall-double|" + scope + "|" + hash));
    answer.putNull("p");
    return answer.put("r", endOfYear());
  }

  /** What was answered, in one word. */
  static String word(JsonNode answer) {
    return answer.has("u") ? "mapped" : Json.text(answer, "e");
  }

  private long endOfYear() {
    ZonedDateTime utc = now.atZone(ZoneOffset.UTC);
    return ZonedDateTime.of(utc.getYear() + 1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC).toEpochSecond();
  }

  private static boolean isDigest(String text) {
    try {
      return text.length() == DIGEST_TEXT && Base64.getDecoder().decode(text).length == DIGEST;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
