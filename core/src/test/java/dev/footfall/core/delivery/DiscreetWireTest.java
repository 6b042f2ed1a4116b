package dev.footfall.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.credential.Secret;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiscreetWireTest {
  private static final Account ACCOUNT =
      Account.fixed(
          new CredentialValues(
              Map.of(
                  "access_token", Secret.of("tök3n-of-account"),
                  "app_id", Secret.of("1000000000000001"),
                  "token_kind", Secret.of("x")),
              Optional.empty()));

  private static String read(String body) throws Exception {
    HttpAnswer given = Deliveries.answer(400, body);
    HttpAnswer answer = new DiscreetWire(call -> given, ACCOUNT).send(anyCall());
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static HttpCall anyCall() {
    return new Deliveries.WordDelivery(true).request(List.of(), ACCOUNT.credential());
  }

  @Test
  void a_token_that_the_platform_quotes_is_hidden() throws Exception {
    assertThat(read("{\"message\":\"token tök3n-of-account is bad, äöü\"}"))
        .isEqualTo("{\"message\":\"token *** is bad, äöü\"}");
  }

  @Test
  void numbers_and_short_texts_are_left_alone() throws Exception {
    assertThat(read("{\"id\":1000000000000001,\"x\":1}"))
        .isEqualTo("{\"id\":1000000000000001,\"x\":1}");
  }
}
