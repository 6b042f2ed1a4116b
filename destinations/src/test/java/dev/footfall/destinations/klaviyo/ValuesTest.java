package dev.footfall.destinations.klaviyo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Code;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each value as it is written to Klaviyo, or the code that it has. */
class ValuesTest {
  private static final Set<String> PLACE =
      Set.of(
          "address1",
          "city",
          "region",
          "country",
          "zip",
          "latitude",
          "longitude",
          "timezone",
          "ip");
  private static final Map<String, String> PARTNERS =
      Map.of("latitude", "longitude", "longitude", "latitude");

  private static TestRows row(String column, String value) {
    if (column.equals("email")) {
      return TestRows.one("email", value);
    }
    return PARTNERS.containsKey(column)
        ? TestRows.one("email", "k@example.org", column, value, PARTNERS.get(column), "1")
        : TestRows.one("email", "k@example.org", column, value);
  }

  private static JsonNode written(Mapped mapped, String column) {
    JsonNode attributes = mapped.event().path("attributes");
    return PLACE.contains(column)
        ? attributes.path("location").path(column)
        : attributes.path(column);
  }

  @ParameterizedTest
  @CsvSource({
    "email, US, '  Kim.LEE+store@Example.ORG ', 'kim.lee+store@example.org'",
    "email, US, 'kim.lee@example.org', 'kim.lee@example.org'",
    "email, US, 'k.i.m.lee@gmail.com', 'k.i.m.lee@gmail.com'",
    "email, US, 'd''arcy@example.ie', 'd''arcy@example.ie'",
    "email, US, 'user@BÜCHER.example', 'user@xn--bcher-kva.example'",
    "email, US, 'kim lee@example.org', 'BAD_EMAIL'",
    "email, US, 'kim@example', 'BAD_EMAIL'",
    "email, US, 'kim@@example.org', 'BAD_EMAIL'",
    "email, US, '@example.org', 'BAD_EMAIL'",
    "email, US, '67474f971fbf0d4c7eea4ca92ed7b9026334aa9811a4dde638b0e7766791f55c', 'BAD_EMAIL'",
    "phone_number, US, '+12061234567', '+12061234567'",
    "phone_number, US, '2061234567', '+12061234567'",
    "phone_number, US, '(206) 234-5678', '+12062345678'",
    "phone_number, US, '+44 7700 900123', '+447700900123'",
    "phone_number, US, '00447700900123', '+447700900123'",
    "phone_number, US, '+353 85 012 3456', '+353850123456'",
    "phone_number, US, '+39 06 698 12345', '+390669812345'",
    "phone_number, US, '206 234 5678 x9', '+12062345678'",
    "phone_number, US, '2062345678;ext=9', '+12062345678'",
    "phone_number, US, '+112062345678', '+12062345678'",
    "phone_number, US, '2062345678.0', '+12062345678'",
    "phone_number, US, '12345', 'BAD_PHONE'",
    "phone_number, US, '+1 206 234 567', 'BAD_PHONE'",
    "phone_number, US, 'N/A', 'BAD_PHONE'",
    "phone_number, GB, '07700 900123', '+447700900123'",
    "phone_number, FR, '01 42 68 53 00', '+33142685300'",
    "phone_number, AU, '0491 570 006', '+61491570006'",
    "phone_number, IT, '06 698 12345', '+390669812345'",
    "first_name, US, ' Zoë ', 'Zoë'",
    "last_name, US, 'D''Arcy-Müller', 'D''Arcy-Müller'",
    "city, US, '  New York ', 'New York'",
    "region, US, 'Washington', 'Washington'",
    "region, US, 'WA', 'WA'",
    "country, US, 'usa', 'usa'",
    "zip, US, '02134', '02134'",
    "zip, US, '98101-1234', '98101-1234'",
    "zip, US, ' sw1a 1aa ', 'sw1a 1aa'",
    "address1, US, '123 Main Street, Apt #9', '123 Main Street, Apt #9'",
    "title, US, 'Mrs', 'Mrs'",
    "external_id, US, '00123', '00123'",
    "first_name, US, '   ', 'NULL'",
    "latitude, US, '47.606249', '47.6062'",
    "longitude, US, '-122.33207', '-122.3321'",
    "latitude, US, '47.60625', '47.6063'",
    "latitude, US, '-0.00004', '0'",
    "latitude, US, '91', 'BAD_LOCATION'",
    "longitude, US, 'W122', 'BAD_LOCATION'",
    "timezone, US, 'America/New_York', 'America/New_York'",
    "timezone, US, ' Europe/London ', 'Europe/London'",
    "timezone, US, 'EST', 'BAD_TIME_ZONE'",
    "timezone, US, 'GMT+2', 'BAD_TIME_ZONE'",
    "ip, US, '203.0.113.7', '203.0.113.7'",
    "ip, US, '2001:DB8::7', '2001:db8::7'",
    "ip, US, '203.0.113.700', 'BAD_VALUE'",
    "image, US, 'https://img.example.org/c/1.png', 'https://img.example.org/c/1.png'",
    "image, US, 'img.example.org/1.png', 'BAD_VALUE'"
  })
  void a_persons_value(String column, String region, String value, String wanted) {
    Mapped mapped = Samples.profiles().set("default_phone_region", region).map(row(column, value));

    if (wanted.startsWith("BAD_") && column.equals("email")) {
      assertThat(mapped.codes()).containsExactly(Code.valueOf(wanted));
    } else if (wanted.startsWith("BAD_")) {
      assertThat(mapped.droppedCodes()).contains(Code.valueOf(wanted));
      assertThat(written(mapped, column).isMissingNode()).isTrue();
    } else if (wanted.equals("NULL")) {
      assertThat(written(mapped, column).isNull()).isTrue();
    } else {
      assertThat(written(mapped, column).asText()).isEqualTo(wanted);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "timestamp, '2026-07-20T10:00:00Z', 2026-07-20T10:00:00Z",
    "timestamp, '2026-07-20T10:00:00.987-07:00', 2026-07-20T17:00:00Z",
    "timestamp, '2026-07-20', 2026-07-20T00:00:00Z",
    "timestamp, '1784541600', 2026-07-20T10:00:00Z",
    "timestamp, '2026-07-20 10:00:00+02:00', 2026-07-20T08:00:00Z",
    "timestamp, '1784541600000', 2026-07-20T10:00:00Z",
    "timestamp, '20.07.2026', BAD_TIMESTAMP",
    "timestamp, '2026-13-01', BAD_TIMESTAMP",
    "timestamp, '2026-07-20 10:00:00', 2026-07-20T10:00:00Z",
    "currency, 'usd', USD",
    "currency, ' Eur ', EUR",
    "currency, 'dollars', BAD_CURRENCY",
    "currency, '840', BAD_CURRENCY"
  })
  void an_events_value(String column, String value, String wanted) {
    Mapped mapped = Samples.events().map(Samples.orders().only(2).with(column, value));

    if (wanted.startsWith("BAD_")) {
      assertThat(mapped.codes()).containsExactly(Code.valueOf(wanted));
    } else {
      JsonNode event = mapped.event().findPath("events").path("data").path(0).path("attributes");
      assertThat(event.path(column.equals("currency") ? "value_currency" : "time").asText())
          .isEqualTo(wanted);
    }
  }
}
