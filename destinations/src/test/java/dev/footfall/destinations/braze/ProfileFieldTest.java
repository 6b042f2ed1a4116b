package dev.footfall.destinations.braze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.destinations.contract.Mapped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Braze knows of everybody: each field made fit, or left out. */
class ProfileFieldTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "country|usa|US",
        "country|U.S.A.|US",
        "country|United Kingdom|GB",
        "country|UK|GB",
        "country|gbr|GB",
        "country|Deutschland|DE",
        "country|Côte d’Ivoire|CI",
        "email|' Jane.Doe+VIP@Example.COM '|jane.doe+vip@example.com",
        "email|O'Brien@Example.ie|o'brien@example.ie",
        "email|user@bücher.example|user@xn--bcher-kva.example",
        "phone|(206) 555-0134|+12065550134",
        "phone|206.555.0134|+12065550134",
        "phone|1-206-555-0134 ext. 22|+12065550134",
        "phone|tel:+1-206-555-0134|+12065550134",
        "phone|0012065550134|+12065550134",
        "phone|+44 (0)20 7946 0018|+442079460018",
        "phone|+33 1 42 68 53 00|+33142685300",
        "phone|011 44 20 7946 0018|+442079460018",
        "phone|１２０６５５５０１３４|+12065550134",
        "phone|+1 (555) 123-4567|+15551234567",
        "phone|2065550134;ext=5|+12065550134",
        "phone|+112065550134|+12065550134",
        "phone|2065550134.0|+12065550134",
        "gender|Female|F",
        "gender|' m '|M",
        "gender|non-binary|O",
        "gender|N/A|N",
        "gender|Prefer not to say|P",
        "dob|1988-02-29|1988-02-29",
        "dob|19880229|1988-02-29",
        "dob|02/29/1988|1988-02-29",
        "dob|1988-02-29T00:00:00-08:00|1988-02-29",
        "first_name|'  Ana María '|Ana María",
        "last_name|O'Neil-Smith|O'Neil-Smith",
        "home_city|' São Paulo '|São Paulo",
        "language|en-GB|en",
        "time_zone|Europe/Rome|Europe/Rome",
        "email_subscribe|Opted_In|opted_in",
      })
  void profile_fields_are_made_fit(String column, String given, String sent) {
    Mapped mapped = Samples.attributes().map(Samples.one(column, given));

    assertThat(Samples.object(mapped.events().get(0)))
        .contains("\"" + column + "\":\"" + sent + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "country|EU|BAD_COUNTRY",
        "gender|unknown|BAD_GENDER",
        "dob|29/02/1988|BAD_BIRTHDATE",
        "dob|1988-02-30|BAD_BIRTHDATE",
        "dob|88-02-29|BAD_BIRTHDATE",
        "email|jane..doe@example.com|BAD_EMAIL",
        "email|jane@localhost|BAD_EMAIL",
        "email|JOSÉ@example.com|BAD_EMAIL",
        "email|973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b|BAD_EMAIL",
        "phone|555-0134|BAD_PHONE",
        "phone|106-555-0134|BAD_PHONE",
        "phone|call me|BAD_PHONE",
        "language|english|BAD_LANGUAGE",
        "time_zone|EST|BAD_TIME_ZONE",
        "push_subscribe|yes|BAD_CONSENT",
        "email_open_tracking_disabled|perhaps|BAD_VALUE",
        "date_of_last_session|yesterday|BAD_TIMESTAMP",
        "image_url|ftp://x|BAD_VALUE",
        "current_location|{\"longitude\":181,\"latitude\":0}|BAD_LOCATION",
        "subscription_groups|[{\"subscription_group_id\":\"g\"}]|BAD_CONSENT",
        "push_tokens|[{\"app_id\":\"a\"}]|BAD_VALUE",
        "facebook|[]|BAD_VALUE",
      })
  void a_bad_profile_field_is_left_out_and_the_rest_goes(String column, String given, Code code) {
    Mapped mapped = Samples.attributes().map(Samples.one(column, given));

    assertThat(Samples.object(mapped.events().get(0)))
        .isEqualTo("{\"external_id\":\"C-1\",\"_update_existing_only\":false}");
    assertThat(mapped.dropped()).extracting(Mapped.Line::code).containsExactly(code);
  }

  @Test
  void days_come_first_in_dates_of_birth_where_that_is_set() {
    assertThat(
            Samples.object(
                Samples.attributes()
                    .set("date_order", "DMY")
                    .map(Samples.one("dob", "29/02/1988"))
                    .events()
                    .get(0)))
        .contains("\"dob\":\"1988-02-29\"");
  }

  @Test
  void the_region_of_national_numbers_can_be_set() {
    assertThat(
            Samples.object(
                Samples.attributes()
                    .set("default_phone_region", "GB")
                    .map(Samples.one("phone", "020 7946 0018"))
                    .events()
                    .get(0)))
        .contains("+442079460018");
  }

  @Test
  void white_space_of_any_kind_is_trimmed_and_nothing_else_is_no_address() {
    Mapped spaced = Samples.attributes().map(Samples.one("email", "\u00a0zoe@example.co.uk\n"));
    Mapped blank = Samples.attributes().map(Samples.one("email", "   "));

    assertThat(Samples.object(spaced.events().get(0))).contains("\"email\":\"zoe@example.co.uk\"");
    assertThat(Samples.object(blank.events().get(0))).doesNotContain("email");
    assertThat(blank.dropped()).isEmpty();
  }

  @Test
  void a_subscription_state_goes_and_is_noted_because_it_overwrites_what_people_said() {
    Mapped mapped = Samples.attributes().map(Samples.one("push_subscribe", "unsubscribed"));

    assertThat(Samples.object(mapped.events().get(0)))
        .contains("\"push_subscribe\":\"unsubscribed\"");
    assertThat(mapped.dropped())
        .extracting(Mapped.Line::code)
        .containsExactly(Code.CONSENT_OVERWRITE);
  }

  @Test
  void a_column_is_a_profile_field_in_any_case() {
    assertThat(
            Samples.object(
                Samples.attributes().map(Samples.one("Email", "z@example.org")).events().get(0)))
        .contains("\"email\":\"z@example.org\"");
  }
}
