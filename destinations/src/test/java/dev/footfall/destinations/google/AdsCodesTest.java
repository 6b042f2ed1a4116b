package dev.footfall.destinations.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The less common words of the Google Ads API, and what they mean for a run. */
class AdsCodesTest {
  private static final String TAKEN = "{\"conversionAction\":\"customers/1/conversionActions/2\"}";

  private static Reading read(int status, String body, int events) {
    Samples.Sent sent = Samples.sent(Samples.ads(), events);
    return sent.delivery().read(Samples.answer(status, body), sent.events());
  }

  /** An answer in which an error names the second of two conversions. */
  private static String second(String group, String value, String field) {
    String error = AdsErrors.error(group, value, "\"index\":1", field);
    return AdsErrors.partial(error, TAKEN + ",{}");
  }

  private static Outcome second(String group, String value) {
    Reading.Settled settled = (Reading.Settled) read(200, second(group, value, "order_id"), 2);
    assertThat(settled.outcomes().get(0)).isEqualTo(Outcome.Accepted.PLAIN);
    return settled.outcomes().get(1);
  }

  @ParameterizedTest(name = "{0}.{1} is {2}")
  @CsvSource({
    "conversionUploadError,CUSTOM_VARIABLE_NOT_FOUND,PLATFORM_REJECTED",
    "conversionUploadError,CUSTOM_VARIABLE_VALUE_CONTAINS_PII,PLATFORM_REJECTED",
    "conversionUploadError,INVALID_JOB_ID,PLATFORM_REJECTED",
    "conversionUploadError,TOO_MANY_CONVERSIONS_IN_REQUEST,PLATFORM_REJECTED",
    "dateError,INVALID_STRING_DATE_TIME_SECONDS_WITH_OFFSET,BAD_TIMESTAMP",
    "dateError,LATER_THAN_MAXIMUM_DATE,BAD_TIMESTAMP",
    "fieldError,REQUIRED,PLATFORM_REJECTED",
    "fieldError,IMMUTABLE_FIELD,PLATFORM_REJECTED",
    "stringLengthError,TOO_LONG,PLATFORM_REJECTED",
    "stringLengthError,EMPTY,PLATFORM_REJECTED",
    "currencyCodeError,UNSUPPORTED,BAD_CURRENCY"
  })
  void a_row_is_refused_by_its_word_or_by_the_group_of_it(String group, String value, Code code) {
    assertThat(second(group, value))
        .isEqualTo(new Outcome.Refused(code, group + "." + value, "Google says so"));
  }

  @Test
  void a_click_that_stands_twice_in_a_request_goes_again_alone() {
    Reading.Sifted sifted =
        (Reading.Sifted)
            read(
                200,
                second("conversionUploadError", "DUPLICATE_CLICK_CONVERSION_IN_REQUEST", "gclid"),
                2);

    assertThat(sifted.outcomes()).containsOnlyKeys(0);
  }

  @Test
  void a_partial_failure_of_code_zero_is_none() {
    String body =
        "{\"partialFailureError\":{\"code\":0},\"results\":[" + TAKEN + "," + TAKEN + "]}";

    assertThat(((Reading.Settled) read(200, body, 2)).outcomes())
        .containsOnly(Outcome.Accepted.PLAIN);
  }

  @ParameterizedTest(name = "{0} {1}.{2} stops with {3}")
  @CsvSource({
    "401,authenticationError,GOOGLE_ACCOUNT_COOKIE_INVALID,CREDENTIALS_REJECTED",
    "401,authenticationError,ADVANCED_PROTECTION_NOT_ENROLLED,CREDENTIALS_REJECTED",
    "401,authenticationError,DEVELOPER_TOKEN_INVALID,PERMISSION_DENIED",
    "401,authenticationError,ORGANIZATION_NOT_RECOGNIZED,PERMISSION_DENIED",
    "403,authorizationError,USER_PERMISSION_DENIED,PERMISSION_DENIED",
    "403,authorizationError,CUSTOMER_NOT_ENABLED,PERMISSION_DENIED",
    "403,authorizationError,SOMETHING_NEW,PERMISSION_DENIED",
    "429,quotaError,EXCESSIVE_SHORT_TERM_REQUESTS,RETRY_LATER"
  })
  void a_whole_refusal_stops_the_run(int status, String group, String value, Code code) {
    Reading reading = read(status, AdsErrors.whole(status, group, value), 1);

    assertThat(((Reading.Stop) reading).code()).isEqualTo(code);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "internalError,TRANSIENT_ERROR",
    "internalError,DEADLINE_EXCEEDED",
    "internalError,INTERNAL_ERROR",
    "databaseError,CONCURRENT_MODIFICATION"
  })
  void trouble_at_google_is_waited_for(String group, String value) {
    Reading reading = read(500, AdsErrors.whole(500, group, value), 1);

    assertThat(((Reading.TryAgain) reading).cause()).isEqualTo(Reading.Cause.OUTAGE);
  }

  @Test
  void a_quota_of_the_day_says_when_it_is_free_again() {
    String body = AdsErrors.whole(429, "quotaError", "RESOURCE_EXHAUSTED");

    assertThat(((Reading.Stop) read(429, body, 1)).words())
        .contains("run again from 2026-11-2", "T08:00:00Z");
  }

  @Test
  void an_invalid_token_is_renewed_like_one_that_ended() {
    String body = AdsErrors.whole(401, "authenticationError", "OAUTH_TOKEN_INVALID");

    assertThat(read(401, body, 1)).isInstanceOf(Reading.RenewCredential.class);
  }

  @Test
  void a_feature_that_is_not_listed_stops_the_run_wherever_it_stands_but_in_the_environment() {
    List<String> fields = List.of("user_identifiers", "cart_data", "order_id");

    assertThat(fields)
        .allSatisfy(
            field -> {
              String body =
                  second("notAllowlistedError", "CUSTOMER_NOT_ALLOWLISTED_FOR_THIS_FEATURE", field)
                      .replace("\"index\":1", "\"index\":0")
                      .replace(TAKEN + ",{}", "{}");
              Reading.Stop stop = (Reading.Stop) read(200, body, 1);
              assertThat(stop.code()).isEqualTo(Code.MODE_NOT_ALLOWED);
              assertThat(stop.words()).contains("set mode to data_manager");
            });
  }
}
