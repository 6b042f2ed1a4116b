package dev.footfall.core.delivery;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.credential.Secret;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import java.nio.charset.StandardCharsets;

/**
 * Hides the account's secrets in answers: a platform that quotes a token in its words must not
 * bring it into reports. Not for calls whose answer is read for a new token.
 *
 * @param next carries the calls
 * @param account whose secrets are hidden
 */
public record DiscreetWire(Wire next, Account account) implements Wire {
  private static final int SHORTEST_SECRET = 8;

  @Override
  public HttpAnswer send(HttpCall call) throws WireFault, InterruptedException {
    return discreet(next.send(call));
  }

  @Override
  public HttpAnswer send(HttpCall call, Departure departure)
      throws WireFault, InterruptedException {
    return discreet(next.send(call, departure));
  }

  private HttpAnswer discreet(HttpAnswer answer) {
    String body = new String(answer.body(), StandardCharsets.ISO_8859_1);
    String hidden = body;
    for (Secret secret : account.credential().fields().values()) {
      hidden =
          without(
              new String(
                  secret.reveal().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
              hidden);
    }
    return hidden.equals(body)
        ? answer
        : new HttpAnswer(
            answer.status(), answer.headers(), hidden.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Words without the secrets of a credential. */
  public static String hidden(CredentialValues credential, String words) {
    String hidden = words;
    for (Secret secret : credential.fields().values()) {
      hidden = without(secret.reveal(), hidden);
    }
    return hidden;
  }

  private static String without(String secret, String text) {
    return isSecret(secret) ? text.replace(secret, "***") : text;
  }

  /** Short texts and plain numbers are no secrets, and may stand in any answer. */
  private static boolean isSecret(String value) {
    return value.length() >= SHORTEST_SECRET && !value.chars().allMatch(Character::isDigit);
  }
}
