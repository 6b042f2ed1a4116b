package dev.footfall.destinations.klaviyo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Inquiry;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.event.Event;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Profiles that are posted singly and added to a list together. */
class ListedTest {
  private static final Outcome UNLISTED =
      new Outcome.Accepted(
          Optional.of(Code.ACCEPTED), "the profile is stored, but not added to the list");

  private final KlaviyoDelivery delivery =
      KlaviyoDelivery.of(
          KlaviyoSettings.of(
              SettingValues.of(
                  new Klaviyo().spec(), Map.of("delivery", "single", "list_name", "Buyers"))),
          Optional.of("LIST1"));
  private final List<Event> people = Samples.profiles().map(Samples.people()).events();

  private static Inquiry inquiry(Reading reading) {
    return ((Reading.JudgedLater) reading).inquiry();
  }

  private static HttpAnswer stored(String id) {
    return Samples.answer(201, "{\"data\":{\"type\":\"profile\",\"id\":\"" + id + "\"}}");
  }

  private static String body(HttpCall call) {
    StringBuilder text = new StringBuilder();
    call.body().forEach(part -> text.append(new String(part, StandardCharsets.UTF_8)));
    return text.toString();
  }

  /** After the first profile got this answer. */
  private Inquiry second(HttpAnswer first) {
    return inquiry(delivery.read(first, people));
  }

  @Test
  void each_has_a_request_and_all_share_the_call_that_fills_the_list() {
    assertThat(body(delivery.request(people, CredentialValues.none())))
        .contains("kim.lee@example.org")
        .doesNotContain("sam@example.org");
    Inquiry second = second(stored("P1"));
    assertThat(body(second.call(CredentialValues.none()))).contains("sam@example.org");

    Inquiry join = inquiry(second.read(stored("P2"), people));
    HttpCall call = join.call(CredentialValues.none());
    assertThat(call.url()).endsWith("/api/lists/LIST1/relationships/profiles");
    assertThat(body(call))
        .isEqualTo(
            "{\"data\":[{\"type\":\"profile\",\"id\":\"P1\"},{\"type\":\"profile\",\"id\":\"P2\"}]}");
    assertThat(join.read(Samples.answer(204, ""), people))
        .isEqualTo(Reading.all(2, Outcome.Accepted.PLAIN));
  }

  @Test
  void one_that_is_refused_has_its_own_fate_and_is_not_listed() {
    Inquiry second = second(Samples.error(409, "/data", "duplicate"));
    Inquiry join = inquiry(second.read(stored("P2"), people));

    assertThat(body(join.call(CredentialValues.none()))).contains("P2").doesNotContain("P1");
    List<Outcome> fates = ((Reading.Settled) join.read(Samples.answer(204, ""), people)).outcomes();
    assertThat(fates.get(0).toString()).contains("IDENTITY_CONFLICT");
    assertThat(fates.get(1)).isEqualTo(Outcome.Accepted.PLAIN);
  }

  @Test
  void one_with_a_bad_field_goes_again_without_it_when_the_others_are_done() {
    Inquiry second =
        second(Samples.error(400, "/data/attributes/phone_number", "Invalid phone number"));
    Reading end = inquiry(second.read(stored("P2"), people)).read(Samples.answer(204, ""), people);

    Reading.Sifted sifted = (Reading.Sifted) end;
    assertThat(sifted.outcomes()).containsOnly(Map.entry(1, Outcome.Accepted.PLAIN));
    assertThat(new String(sifted.amended().get(0).event().body(), StandardCharsets.UTF_8))
        .contains("kim.lee@example.org")
        .doesNotContain("phone_number");
  }

  @Test
  void nobody_stored_means_no_call_for_the_list() {
    Reading end =
        second(Samples.error(409, "/data", "duplicate"))
            .read(Samples.error(409, "/data", "duplicate"), people);

    assertThat(((Reading.Settled) end).outcomes())
        .hasSize(2)
        .allMatch(outcome -> outcome instanceof Outcome.Refused);
  }

  @Test
  void what_is_stored_but_not_listed_is_accepted_and_says_so() {
    Inquiry join = inquiry(second(stored("P1")).read(stored("P2"), people));

    assertThat(join.read(Samples.error(404, "/data", "no list"), people))
        .isEqualTo(Reading.all(2, UNLISTED));
    assertThat(join.unanswered(people)).isEqualTo(Reading.all(2, UNLISTED));
  }

  @Test
  void an_outage_in_the_middle_leaves_the_rest_unsent() {
    List<Event> three = List.of(people.get(0), people.get(1), people.get(1));
    Inquiry second = inquiry(delivery.read(stored("P1"), three));

    assertThat(second.read(Samples.answer(503, ""), three)).isInstanceOf(Reading.TryAgain.class);
    List<Outcome> fates = second.unanswered(three).outcomes();
    assertThat(fates.get(0)).isEqualTo(UNLISTED);
    assertThat(fates.get(1)).isInstanceOf(Outcome.Unknown.class);
    assertThat(fates.get(2)).isInstanceOf(Outcome.NotSent.class);
  }

  @Test
  void a_refused_key_stops_before_anything_is_stored() {
    assertThat(delivery.read(Samples.error(401, "/data", "key"), people))
        .isInstanceOf(Reading.RenewCredential.class);
  }

  @Test
  void a_lost_answer_has_the_first_profile_posted_again() {
    assertThat(body(inquiry(delivery.lost(people)).call(CredentialValues.none())))
        .contains("kim.lee@example.org");
  }
}
