package dev.footfall.app.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Authorisation;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationTest {
  private static final Authorisation PROVEN =
      new Authorisation(
          "https://p.example/auth",
          Map.of("scope", "a b"),
          "code",
          true,
          List.of(),
          consent -> {
            throw new IllegalStateException("not asked for");
          });

  private final Invitation invitation =
      Invitation.to(PROVEN, "http://127.0.0.1:8484/", new Random(1));
  private final String state = parameter("state");

  private String parameter(String name) {
    return invitation.url().replaceFirst(".*[?&]" + name + "=([^&]*).*", "$1");
  }

  @Test
  void the_address_holds_a_state_and_a_challenge_of_256_bits_each() {
    assertThat(invitation.url())
        .startsWith("https://p.example/auth?scope=a%20b&redirect_uri=http%3A%2F%2F127.0.0.1%3A8484")
        .contains("code_challenge_method=S256");
    assertThat(state).matches("[A-Za-z0-9_-]{43}");
    assertThat(parameter("code_challenge")).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(state);
  }

  @Test
  void a_code_with_our_state_is_a_consent_once() {
    String landing = "http://127.0.0.1:8484/?state=" + state + "&code=a%2Fb#_=_";

    assertThat(invitation.read(landing))
        .isInstanceOfSatisfying(
            Invitation.Answer.Consented.class,
            yes -> {
              assertThat(yes.consent().code()).isEqualTo("a/b");
              assertThat(yes.consent().verifier()).matches("[A-Za-z0-9_-]{43}");
              assertThat(yes.toString() + invitation).doesNotContain("a/b", state);
            });
    assertThat(invitation.read(landing)).isInstanceOf(Invitation.Answer.Foreign.class);
  }

  @Test
  void a_refusal_with_our_state_is_one() {
    assertThat(invitation.read("?error=access_denied&error_description=Not+today&state=" + state))
        .isEqualTo(new Invitation.Answer.Refused("access_denied Not today"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "code=c", "?code=c&state=", "?code=c&state=other", "?%zz=1&code=c"})
  void anything_else_is_foreign_and_leaves_the_invitation_open(String address) {
    assertThat(invitation.read(address)).isInstanceOf(Invitation.Answer.Foreign.class);
    assertThat(invitation.read("?state=" + state)).isInstanceOf(Invitation.Answer.Foreign.class);
    assertThat(invitation.read("?code=c&state=" + state))
        .isInstanceOf(Invitation.Answer.Consented.class);
  }
}
