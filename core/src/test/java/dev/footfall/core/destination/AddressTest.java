package dev.footfall.core.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where requests may go, and what of their addresses may be shown. */
class AddressTest {
  private static final ValueRule.Url RULE = new ValueRule.Url();

  @Test
  void platforms_are_spoken_to_by_tls_and_this_machine_as_one_likes() {
    for (String good :
        List.of(
            "https://graph.facebook.com",
            "HTTPS://api.example.com:8443/v1",
            "http://localhost:8080",
            "http://127.0.0.1:8080/meta",
            "http://127.8.9.1",
            "http://[::1]:8080")) {
      assertThat(RULE.fault(good)).as(good).isEmpty();
    }
    for (String bad :
        List.of(
            "http://graph.facebook.com",
            "http://10.0.0.1:8080",
            "http://0.0.0.0",
            "http://localhost.example.com",
            "http://127.0.0.1.example.com",
            "ftp://example.com",
            "file:///etc/passwd",
            "//example.com",
            "example.com",
            "https://",
            "https:///path",
            "https://a b.example.com")) {
      assertThat(RULE.fault(bad)).as(bad).isPresent();
    }
  }

  @Test
  void nobodys_name_and_password_stand_in_an_address() {
    for (String bad :
        List.of(
            "https://me:hunter2@api.example.com",
            "https://token@api.example.com",
            "https://@api.example.com",
            "http://me:hunter2@127.0.0.1:80",
            "https://graph.facebook.com@evil.example",
            "https://api.example.com/#part")) {
      assertThat(RULE.fault(bad)).as(bad).isPresent();
      assertThat(ValueRule.shown(bad)).doesNotContain("hunter2").doesNotContain("token@");
    }
    assertThat(ValueRule.shown("https://me:hunter2@api.example.com/a@b"))
        .isEqualTo("https://***@api.example.com/a@b");
  }

  @Test
  void secret_parameters_are_masked_whatever_they_are_called() {
    String url =
        "https://graph.facebook.com/oauth?grant_type=fb_exchange_token&client_id=1&client_secret=s1"
            + "&fb_exchange_token=s2&Access_Token=s3&code=s4&appsecret_proof=s5&api_key=s6&X-Signature=s7"
            + "&password=s8&test_event_code=TEST1&limit=5";
    HttpCall call = HttpCall.get(url, Map.of(), Set.of());
    assertThat(call.maskedUrl())
        .doesNotContainPattern("=s\\d")
        .contains(
            "grant_type=fb_exchange_token&client_id=1&client_secret=***&fb_exchange_token=***")
        .contains("test_event_code=TEST1", "limit=5");
    assertThat(call.toString()).doesNotContainPattern("=s\\d");
  }
}
