package dev.footfall.destinations.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.destinations.contract.TestRun;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the Google Ads API's answers mean. */
class AdsAnswersTest {
  private static final String TAKEN = "{\"conversionAction\":\"c\",\"orderId\":\"o\"}";

  private static Reading read(int status, String body, int events) {
    return read(Samples.ads(), status, body, events);
  }

  private static Reading read(TestRun run, int status, String body, int events) {
    Samples.Sent sent = Samples.sent(run, events);
    return sent.delivery().read(Samples.answer(status, body), sent.events());
  }

  private static Outcome outcome(String body) {
    return ((Reading.Settled) read(200, body, 2)).outcomes().get(1);
  }

  @Test
  void a_conversion_is_taken_when_its_result_is_there_and_no_error_names_it() {
    Reading.Settled all =
        (Reading.Settled) read(200, "{\"results\":[" + TAKEN + "," + TAKEN + "]}", 2);
    assertThat(all.outcomes()).containsOnly(Outcome.Accepted.PLAIN);

    String named = AdsErrors.partial("CLICK_NOT_FOUND", 1, TAKEN + "," + TAKEN);
    assertThat(outcome(named)).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome("{\"results\":[" + TAKEN + ",{}]}")).isInstanceOf(Outcome.Unknown.class);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "EXPIRED_EVENT,EVENT_TOO_OLD",
    "CONVERSION_PRECEDES_EVENT,BAD_TIMESTAMP",
    "UNPARSEABLE_GCLID,BAD_CLICK_ID",
    "UNPARSEABLE_GBRAID,BAD_CLICK_ID",
    "UNPARSEABLE_WBRAID,BAD_CLICK_ID",
    "GBRAID_WBRAID_BOTH_SET,BAD_CLICK_ID",
    "CLICK_NOT_FOUND,CLICK_NOT_MATCHED",
    "EVENT_NOT_FOUND,CLICK_NOT_MATCHED",
    "INVALID_CUSTOMER_FOR_CLICK,WRONG_ACCOUNT_FOR_CLICK",
    "UNAUTHORIZED_CUSTOMER,WRONG_ACCOUNT_FOR_CLICK",
    "CONVERSION_TRACKING_NOT_ENABLED_AT_IMPRESSION_TIME,WRONG_ACCOUNT_FOR_CLICK",
    "INVALID_USER_IDENTIFIER,BAD_IDENTIFIER",
    "UNSUPPORTED_USER_IDENTIFIER,BAD_IDENTIFIER",
    "ORDER_ID_CONTAINS_PII,ORDER_ID_CONTAINS_PII",
    "CONVERSION_NOT_COMPLIANT_WITH_ATT_POLICY,OPTED_OUT",
    "CUSTOM_VARIABLE_NOT_ENABLED,PLATFORM_REJECTED",
    "SOMETHING_NEW,PLATFORM_REJECTED"
  })
  void a_row_is_refused_by_its_code(String value, Code code) {
    assertThat(outcome(AdsErrors.partial(value, 1, TAKEN + ",{}")))
        .isEqualTo(new Outcome.Refused(code, "conversionUploadError." + value, "Google says so"));
  }

  @Test
  void groups_of_errors_have_a_code_where_their_values_have_none() {
    String date = AdsErrors.error("dateError", "INVALID_STRING_DATE_TIME", "\"index\":1", "x");
    String currency = AdsErrors.error("currencyCodeError", "UNSUPPORTED", "\"index\":1", "x");

    assertThat(((Outcome.Refused) outcome(AdsErrors.partial(date, TAKEN + ",{}"))).code())
        .isEqualTo(Code.BAD_TIMESTAMP);
    assertThat(((Outcome.Refused) outcome(AdsErrors.partial(currency, TAKEN + ",{}"))).code())
        .isEqualTo(Code.BAD_CURRENCY);
  }

  @Test
  void what_google_has_already_counts_as_delivered() {
    assertThat(outcome(AdsErrors.partial("ORDER_ID_ALREADY_IN_USE", 1, TAKEN + ",{}")))
        .isInstanceOf(Outcome.Present.class);
    assertThat(outcome(AdsErrors.partial("CLICK_CONVERSION_ALREADY_EXISTS", 1, TAKEN + ",{}")))
        .isInstanceOf(Outcome.Present.class);
  }

  @Test
  void what_is_too_recent_waits_for_a_later_run() {
    for (String value : new String[] {"TOO_RECENT_EVENT", "TOO_RECENT_CONVERSION_ACTION"}) {
      assertThat(outcome(AdsErrors.partial(value, 1, TAKEN + ",{}")))
          .isInstanceOfSatisfying(
              Outcome.NotSent.class, later -> assertThat(later.code()).isEqualTo(Code.RETRY_LATER));
    }
  }

  @Test
  void the_first_row_of_index_zero_is_named_too() {
    Reading.Settled settled =
        (Reading.Settled) read(200, AdsErrors.partial("CLICK_NOT_FOUND", 0, "{}," + TAKEN), 2);

    assertThat(settled.outcomes().get(0)).isInstanceOf(Outcome.Refused.class);
    assertThat(settled.outcomes().get(1)).isEqualTo(Outcome.Accepted.PLAIN);
  }

  @Test
  void errors_of_several_details_are_all_heard() {
    String two =
        AdsErrors.partial("CLICK_NOT_FOUND", 0, "{},{}")
            .replace(",\"results\"", ",\"results\"")
            .replace(
                "],\"requestId\":\"f4J\"}]",
                "]},{\"@type\":\"GoogleAdsFailure\",\"errors\":["
                    + AdsErrors.error("conversionUploadError", "EXPIRED_EVENT", "\"index\":1", "x")
                    + "]}]");
    Reading.Settled settled = (Reading.Settled) read(200, two, 2);

    assertThat(settled.outcomes())
        .extracting(o -> ((Outcome.Refused) o).code())
        .containsExactly(Code.CLICK_NOT_MATCHED, Code.EVENT_TOO_OLD);
  }

  @Test
  void an_error_without_index_fails_the_rows_without_result() {
    String body =
        AdsErrors.partial(
            AdsErrors.error("conversionUploadError", "EXPIRED_EVENT", "", "x"), TAKEN + ",{}");
    Reading.Settled settled = (Reading.Settled) read(200, body, 2);

    assertThat(settled.outcomes().get(0)).isEqualTo(Outcome.Accepted.PLAIN);
    assertThat(settled.outcomes().get(1)).isInstanceOf(Outcome.Refused.class);
  }

  @ParameterizedTest(name = "{0} stops with {1}")
  @CsvSource({
    "NO_CONVERSION_ACTION_FOUND,BAD_CONVERSION_ACTION",
    "INVALID_CONVERSION_ACTION_TYPE,BAD_CONVERSION_ACTION",
    "ONE_PER_CLICK_CONVERSION_ACTION_NOT_PERMITTED_WITH_BRAID,BAD_CONVERSION_ACTION",
    "CANNOT_USE_EXTERNALLY_ATTRIBUTED_CONVERSION,BAD_CONVERSION_ACTION",
    "CUSTOMER_NOT_ACCEPTED_CUSTOMER_DATA_TERMS,TERMS_NOT_ACCEPTED",
    "CUSTOMER_NOT_ENABLED_ENHANCED_CONVERSIONS_FOR_LEADS,ENHANCED_CONVERSIONS_OFF",
    "CUSTOMER_DATA_POLICY_PROHIBITS_ENHANCED_CONVERSIONS,PERMISSION_DENIED",
    "CUSTOMER_NOT_ALLOWLISTED_FOR_THIS_FEATURE,MODE_NOT_ALLOWED",
    "PARTIAL_FAILURE_MODE_REQUIRED,CONFIGURATION_FAULT"
  })
  void a_fault_of_the_account_stops_the_run(String value, Code code) {
    Reading reading = read(200, AdsErrors.partial(value, 0, "{}"), 1);

    assertThat(((Reading.Stop) reading).code()).isEqualTo(code);
    assertThat(((Reading.Stop) reading).maybeStored()).isFalse();
  }

  @Test
  void a_fault_of_the_account_does_not_hide_what_was_taken() {
    Reading reading =
        read(200, AdsErrors.partial("NO_CONVERSION_ACTION_FOUND", 1, TAKEN + ",{}"), 2);

    assertThat(((Reading.Settled) reading).outcomes().get(0)).isEqualTo(Outcome.Accepted.PLAIN);
    assertThat(((Reading.Settled) reading).outcomes().get(1)).isInstanceOf(Outcome.NotSent.class);
  }

  @Test
  void duplicates_within_a_request_go_again_one_by_one() {
    String one = AdsErrors.error("conversionUploadError", "DUPLICATE_ORDER_ID", "\"index\":1", "x");
    Reading.Sifted sifted =
        (Reading.Sifted) read(200, AdsErrors.partial(one, TAKEN + ",{}," + TAKEN), 3);
    assertThat(sifted.outcomes()).containsOnlyKeys(0, 2);

    String both = one + "," + one.replace("\"index\":1", "\"index\":0");
    assertThat(read(200, AdsErrors.partial(both, "{},{}"), 2))
        .isInstanceOf(Reading.RefusedWhole.class);
  }

  @Test
  void an_account_that_may_not_send_the_environment_sends_the_row_without_it() {
    TestRun run = Samples.ads().set("send_conversion_environment", "true");
    Samples.Sent sent = Samples.sent(run, Samples.order().with("conversion_environment", "app"));
    assertThat(new String(sent.events().get(0).body(), StandardCharsets.UTF_8))
        .contains("\"conversionEnvironment\":\"APP\"");

    String body =
        AdsErrors.partial(
            AdsErrors.error(
                "notAllowlistedError",
                "CUSTOMER_NOT_ALLOWLISTED_FOR_THIS_FEATURE",
                "\"index\":0",
                "conversion_environment"),
            "{}");
    Reading.Sifted sifted =
        (Reading.Sifted) sent.delivery().read(Samples.answer(200, body), sent.events());

    assertThat(sifted.outcomes()).isEmpty();
    byte[] rest = sifted.amended().get(0).event().body();
    assertThat(new String(rest, StandardCharsets.UTF_8))
        .doesNotContain("conversionEnvironment")
        .endsWith("}]}");
  }

  @ParameterizedTest(name = "{0} {1}.{2} stops with {3}")
  @CsvSource({
    "401,authenticationError,OAUTH_TOKEN_REVOKED,CREDENTIALS_REJECTED",
    "401,authenticationError,OAUTH_TOKEN_DISABLED,CREDENTIALS_REJECTED",
    "401,authenticationError,NOT_ADS_USER,CREDENTIALS_REJECTED",
    "401,authenticationError,GOOGLE_ACCOUNT_DELETED,CREDENTIALS_REJECTED",
    "401,authenticationError,TWO_STEP_VERIFICATION_NOT_ENROLLED,CREDENTIALS_REJECTED",
    "401,authenticationError,CUSTOMER_NOT_FOUND,PERMISSION_DENIED",
    "401,authenticationError,CLIENT_CUSTOMER_ID_INVALID,PERMISSION_DENIED",
    "401,authenticationError,ORGANIZATION_NOT_APPROVED,PERMISSION_DENIED",
    "403,authorizationError,DEVELOPER_TOKEN_INVALID,PERMISSION_DENIED",
    "403,authorizationError,MISSING_TOS,TERMS_NOT_ACCEPTED",
    "403,authorizationError,CLOUD_PROJECT_NOT_APPROVED_FOR_PRODUCTION,PERMISSION_DENIED",
    "429,quotaError,RESOURCE_EXHAUSTED,RETRY_LATER",
    "429,quotaError,EXCESSIVE_LONG_TERM_REQUESTS,RETRY_LATER",
    "429,quotaError,ACCESS_PROHIBITED,PERMISSION_DENIED",
    "400,requestError,UNSUPPORTED_VERSION,API_VERSION_SUNSET"
  })
  void a_whole_refusal_stops_the_run(int status, String group, String value, Code code) {
    assertThat(((Reading.Stop) read(status, AdsErrors.whole(status, group, value), 1)).code())
        .isEqualTo(code);
  }

  @Test
  void tokens_end_platforms_throttle_and_fall_over() {
    assertThat(read(401, AdsErrors.whole(401, "authenticationError", "OAUTH_TOKEN_EXPIRED"), 1))
        .isInstanceOf(Reading.RenewCredential.class);
    assertThat(read(401, "", 1)).isInstanceOf(Reading.RenewCredential.class);
    Reading slow =
        read(429, AdsErrors.whole(429, "quotaError", "RESOURCE_TEMPORARILY_EXHAUSTED"), 1);
    assertThat(((Reading.TryAgain) slow).cause()).isEqualTo(Reading.Cause.THROTTLE);
    assertThat(((Reading.TryAgain) slow).after()).contains(Duration.ofSeconds(45));
    assertThat(((Reading.TryAgain) read(429, "", 1)).after()).contains(Duration.ofSeconds(30));
    for (int status : new int[] {500, 502, 503, 504}) {
      assertThat(((Reading.TryAgain) read(status, "", 1)).cause()).isEqualTo(Reading.Cause.OUTAGE);
    }
    assertThat(read(500, AdsErrors.whole(500, "databaseError", "CONCURRENT_MODIFICATION"), 1))
        .isInstanceOf(Reading.TryAgain.class);
  }

  @Test
  void a_token_without_the_scope_is_of_no_use() {
    String body =
        "{\"error\":{\"code\":403,\"message\":\"Request had insufficient authentication scopes.\","
            + "\"status\":\"PERMISSION_DENIED\"}}";
    assertThat(((Reading.Stop) read(403, body, 1)).code()).isEqualTo(Code.CREDENTIALS_REJECTED);
    assertThat(((Reading.Stop) read(403, "", 1)).code()).isEqualTo(Code.PERMISSION_DENIED);
  }

  @Test
  void a_refusal_that_names_rows_sends_the_others_again() {
    String body =
        "{\"error\":{\"code\":400,\"details\":[{\"errors\":["
            + AdsErrors.error("fieldError", "INVALID_VALUE", "\"index\":1", "cart_data")
            + "]}]}}";
    Reading.Sifted sifted = (Reading.Sifted) read(400, body, 3);

    assertThat(sifted.outcomes()).containsOnlyKeys(1);
    assertThat(read(400, "{\"error\":{\"code\":400}}", 3)).isInstanceOf(Reading.RefusedWhole.class);
  }

  @Test
  void a_test_that_finds_nothing_is_answered_without_results() {
    TestRun test = Samples.ads().set("validate_only", "true");

    assertThat(((Reading.Settled) read(test, 200, "{}", 2)).outcomes())
        .containsOnly(Outcome.Accepted.PLAIN);
    assertThat(read(200, "{}", 2)).isInstanceOf(Reading.Lost.class);
    assertThat(test.route(Samples.order()).usesLedger()).isFalse();
  }

  @Test
  void a_lost_answer_may_be_repeated_because_the_order_id_counts_once() {
    Samples.Sent sent = Samples.sent(Samples.ads(), 1);

    assertThat(sent.delivery().lost(sent.events())).isInstanceOf(Reading.LostRepeatable.class);
  }
}
