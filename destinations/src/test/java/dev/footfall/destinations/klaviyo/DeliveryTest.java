package dev.footfall.destinations.klaviyo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Authorisation;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Inquiry;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.Renewal;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.answer.Grants;
import dev.footfall.destinations.contract.TestRun;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Klaviyo's answers lead to. */
class DeliveryTest {
  private final HttpDelivery jobs =
      (HttpDelivery) Samples.profiles().route(Samples.people()).delivery();
  private final List<Event> people = Samples.profiles().map(Samples.people()).events();
  private final HttpDelivery eventJobs =
      (HttpDelivery) Samples.events().route(Samples.orders()).delivery();
  private final List<Event> orders = Samples.events().map(Samples.orders()).events();

  private static Inquiry inquiry(Reading reading) {
    return ((Reading.JudgedLater) reading).inquiry();
  }

  private Inquiry job() {
    return inquiry(jobs.read(Samples.typical().get(0), people));
  }

  private static HttpAnswer job(String status, int failed) {
    return Samples.answer(
        200,
        "{\"data\":{\"attributes\":{\"status\":\""
            + status
            + "\",\"failed_count\":"
            + failed
            + "}}}");
  }

  @Test
  void a_job_is_watched_to_its_end() {
    assertThat(job().after()).isEqualTo(Duration.ofSeconds(5));
    Reading going = job().read(job("processing", 0), people);
    assertThat(going).isInstanceOf(Reading.JudgedLater.class);
    assertThat(inquiry(going).read(job("complete", 0), people))
        .isEqualTo(Reading.all(2, Outcome.Accepted.PLAIN));
    assertThat(job().read(job("cancelled", 0), people))
        .isEqualTo(
            Reading.all(2, new Outcome.NotSent(Code.DELIVERY_FAILED, "Klaviyo cancelled the job")));
  }

  @Test
  void a_job_that_never_ends_leaves_its_people_accepted() {
    Reading reading = new Reading.JudgedLater(job());
    int questions = 0;
    while (reading instanceof Reading.JudgedLater later) {
      reading = later.inquiry().read(job("processing", 0), people);
      questions++;
    }
    assertThat(questions).isEqualTo(12 + 36 + 110);
    assertThat(((Reading.Settled) reading).outcomes().get(0).toString()).contains("ACCEPTED");
  }

  @Test
  void errors_of_a_job_find_their_people_page_by_page() {
    Reading failed = job().read(job("complete", 3), people);
    HttpAnswer page =
        Samples.answer(
            200,
            "{\"data\":[{\"attributes\":{\"code\":\"invalid\",\"detail\":\"bad\","
                + "\"original_payload\":{\"email\":\"SAM@example.org\"}}}],\"links\":{\"next\":"
                + "\"https://a.klaviyo.com/api/next\"}}");
    Reading second = inquiry(failed).read(page, people);
    assertThat(inquiry(second).call(CredentialValues.none()).url())
        .isEqualTo("https://a.klaviyo.com/api/next");
    Reading.Settled end =
        (Reading.Settled)
            inquiry(second).read(Samples.answer(200, "{\"data\":[],\"links\":{}}"), people);
    assertThat(end.outcomes().get(1)).isInstanceOf(Outcome.Refused.class);
    assertThat(end.outcomes().get(0).toString()).contains("UNATTRIBUTED_FAILURES");
  }

  @Test
  void a_page_elsewhere_is_not_followed() {
    HttpAnswer page =
        Samples.answer(200, "{\"data\":[{}],\"links\":{\"next\":\"https://evil.example/x\"}}");
    assertThat(inquiry(job().read(job("complete", 1), people)).read(page, people))
        .isInstanceOf(Reading.Settled.class);
  }

  @Test
  void without_the_scope_to_look_people_are_accepted_and_the_scope_is_named() {
    Reading reading = job().read(Samples.error(403, "/data", "no"), people);
    assertThat(reading.toString()).contains("ACCEPTED").contains("profiles:read");
  }

  @Test
  void a_field_that_is_refused_is_left_out_and_the_rest_is_sent_again() {
    Reading.Sifted sifted =
        (Reading.Sifted)
            jobs.read(
                Samples.error(
                    400, "/data/attributes/profiles/data/1/attributes/phone_number", "bad"),
                people);
    assertThat(sifted.outcomes()).isEmpty();
    assertThat(new String(sifted.amended().get(1).event().body(), StandardCharsets.UTF_8))
        .doesNotContain("phone_number")
        .contains("sam@example.org");
  }

  @Test
  void a_person_whose_key_is_refused_is_rejected() {
    Reading.Sifted sifted =
        (Reading.Sifted)
            jobs.read(
                Samples.error(400, "/data/attributes/profiles/data/1/attributes/email", "bad"),
                people);
    assertThat(sifted.outcomes().get(1)).isInstanceOf(Outcome.Refused.class);
    assertThat(sifted.amended()).isEmpty();
  }

  @Test
  void identifiers_of_two_profiles_are_a_conflict() {
    Reading reading =
        jobs.forRunOf(1).read(Samples.error(409, "/data", "duplicate"), people.subList(0, 1));
    assertThat(reading.toString()).contains("IDENTITY_CONFLICT");
  }

  @Test
  void faults_of_the_account_stop_the_run() {
    assertThat(jobs.read(Samples.error(410, "/data", "gone"), people).toString())
        .contains("REVISION_RETIRED");
    assertThat(jobs.read(Samples.error(403, "/data", "scope"), people).toString())
        .contains("PERMISSION_DENIED");
    assertThat(jobs.read(Samples.error(401, "/data", "key"), people))
        .isInstanceOf(Reading.RenewCredential.class);
    assertThat(jobs.read(Samples.error(429, "/data", "slow"), people))
        .isInstanceOf(Reading.TryAgain.class);
  }

  @Test
  void events_that_a_job_refuses_without_naming_one_go_singly() {
    Inquiry singly = inquiry(eventJobs.read(Samples.error(400, "/data", "repeated id"), orders));
    assertThat(singly.call(CredentialValues.none()).url())
        .isEqualTo("https://a.klaviyo.com/api/events");
    Reading second = singly.read(Samples.answer(202, ""), orders);
    Reading end = inquiry(second).read(Samples.error(400, "/data", "bad"), orders);
    assertThat(((Reading.Settled) end).outcomes().get(0)).isEqualTo(Outcome.Accepted.PLAIN);
    assertThat(((Reading.Settled) end).outcomes().get(1)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void a_pause_is_kept_when_the_limit_is_used_up() {
    HttpAnswer answer =
        new HttpAnswer(
            202,
            Map.of("ratelimit-remaining", List.of("0"), "ratelimit-reset", List.of("7")),
            new byte[0]);
    assertThat(jobs.restraint(answer).pause()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void a_list_is_found_by_name_or_made() {
    KlaviyoSettings.Api api =
        new KlaviyoSettings.Api(
            "https://a.klaviyo.com",
            "https://www.klaviyo.com",
            "2026-07-15",
            "auto",
            Duration.ZERO);
    ListLookup lookup = ListLookup.orCreate(api, CredentialValues.none(), "Store \"best\"");
    assertThat(lookup.call().url())
        .isEqualTo(
            "https://a.klaviyo.com/api/lists?filter=equals%28name%2C%22Store%20%5C%22best%5C%22%22%29"
                + "&fields%5Blist%5D=name,created");
    HttpAnswer two =
        Samples.answer(
            200,
            "{\"data\":[{\"id\":\"B\",\"attributes\":{\"created\":\"2026-02-01T00:00:00Z\"}},"
                + "{\"id\":\"A\",\"attributes\":{\"created\":\"2026-01-01T00:00:00Z\"}}]}");
    assertThat(lookup.read(two)).isEqualTo(new Exchange.Step.Found(Map.of("list_id", "A")));
    Exchange creation =
        ((Exchange.Step.Next) lookup.read(Samples.answer(200, "{\"data\":[]}"))).exchange();
    assertThat(creation.read(Samples.answer(201, "{\"data\":{\"id\":\"N\"}}")))
        .isEqualTo(new Exchange.Step.Found(Map.of("list_id", "N")));
    assertThat(creation.read(Samples.error(400, "/data", "maximum number of lists")).toString())
        .contains("MAXIMUM_LISTS");
  }

  @Test
  void a_refresh_token_gives_a_new_access_token_and_is_replaced() {
    CredentialValues credential =
        TestRun.credential("client_id", "id", "client_secret", "s", "refresh_token", "old");
    Renewal renewal = jobs.renewal(credential, Instant.EPOCH, false).orElseThrow();
    assertThat(renewal.call().url()).isEqualTo("https://a.klaviyo.com/oauth/token");
    assertThat(renewal.call().headers()).containsEntry("Authorization", "Basic aWQ6cw==");
    CredentialValues renewed =
        Grants.credential(
            renewal.read(
                Samples.answer(
                    200,
                    "{\"access_token\":\"new\",\"refresh_token\":\"next\",\"expires_in\":3600}"),
                Instant.EPOCH));
    assertThat(renewed.reveal("refresh_token")).isEqualTo("next");
    assertThat(jobs.request(people, renewed).headers())
        .containsEntry("Authorization", "Bearer new");
    assertThat(jobs.renewal(TestRun.credential("api_key", "pk_1"), Instant.EPOCH, true)).isEmpty();
  }

  @Test
  void consent_to_an_app_is_proven_by_a_verifier() {
    CredentialValues client = TestRun.credential("client_id", "id", "client_secret", "s");
    Authorisation authorisation = jobs.authorisation(client).orElseThrow();

    assertThat(authorisation.url("http://127.0.0.1:1/", "S", "C"))
        .isEqualTo(
            "https://www.klaviyo.com/oauth/authorize?response_type=code&client_id=id"
                + "&scope=accounts%3Aread%20lists%3Aread%20profiles%3Aread%20lists%3Awrite"
                + "%20profiles%3Awrite&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2F&state=S"
                + "&code_challenge_method=S256&code_challenge=C");
    HttpCall call =
        authorisation
            .exchange()
            .apply(new Authorisation.Consent("K", "http://127.0.0.1:1/", "V"))
            .call();
    assertThat(call.url()).isEqualTo("https://a.klaviyo.com/oauth/token");
    assertThat(call.headers()).containsEntry("Authorization", "Basic aWQ6cw==");
    assertThat(new String(call.body().get(0), StandardCharsets.UTF_8))
        .isEqualTo(
            "grant_type=authorization_code&code=K&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2F"
                + "&code_verifier=V");
    assertThat(jobs.authorisation(TestRun.credential("api_key", "pk_1"))).isEmpty();
  }
}
