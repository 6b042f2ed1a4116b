package dev.footfall.destinations.meta;

import static dev.footfall.core.destination.CodeSpec.notice;
import static dev.footfall.core.destination.CodeSpec.row;
import static dev.footfall.core.destination.CodeSpec.stop;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.CodeSpec;
import java.util.List;
import java.util.stream.Stream;

/** What Footfall says about rows for Meta, in the order of precedence. */
final class MetaCodes {
  private MetaCodes() {}

  static List<CodeSpec> all() {
    return Stream.of(rows(), delivery(), notices(), stops()).flatMap(List::stream).toList();
  }

  private static List<CodeSpec> rows() {
    return List.of(
        row(Code.BAD_OPT_OUT, "opt_out of some row of the order is unreadable."),
        row(Code.MISSING_TIMESTAMP, "The row has no time."),
        row(Code.BAD_TIMESTAMP, "The row's time is unreadable."),
        row(Code.BAD_EVENT_NAME, "The name is neither in Meta's list nor in extra_event_names."),
        row(Code.BAD_ACTION_SOURCE, "No row of the order names a source that Meta knows."),
        row(Code.EVENT_TOO_OLD, "Older than 7 days, or 62 on the first send of store events."),
        row(Code.EVENT_IN_FUTURE, "More than 60 seconds ahead."),
        row(Code.MISSING_IDENTITY, "No e-mail and no phone, or too broad a set of fields."),
        row(Code.MISSING_WEBSITE_FIELD, "A website event lacks user agent, event id or URL."),
        row(Code.MISSING_APP_DATA, "An app event lacks its app columns."),
        row(Code.MISSING_MESSAGING_CHANNEL, "A business_messaging event lacks its channel."),
        row(Code.MISSING_CURRENCY, "A purchase has no currency and there is no default."),
        row(Code.BAD_CURRENCY, "A purchase's currency is no current ISO 4217 code."),
        row(Code.CURRENCY_CONFLICT, "The rows of the order are in different currencies."),
        row(Code.RETURN_OR_CANCELLATION, "The row is marked as a return or cancellation."),
        row(Code.BAD_PRICE, "The price is no number of at least zero."),
        row(Code.BAD_QUANTITY, "The quantity is no number above zero."),
        row(Code.BAD_VALUE, "The value is no number of at least zero."),
        row(Code.MISSING_VALUE, "A purchase has neither price and quantity nor a value."),
        row(Code.EVENT_TOO_LARGE, "The event's JSON is above 64 KiB."),
        row(Code.DUPLICATE_EVENT, "The same event stands in this run twice."));
  }

  private static List<CodeSpec> delivery() {
    return List.of(
        row(Code.PLATFORM_REJECTED, "Meta refused this very event."),
        row(Code.DELIVERY_FAILED, "Retries are used up, or the bad event could not be isolated."),
        row(Code.DELIVERY_UNKNOWN, "Sent, and Meta's answer was lost or did not count right."),
        row(Code.NOT_ATTEMPTED, "The run stopped before it was sent."));
  }

  private static List<CodeSpec> notices() {
    return Stream.of(fields(), events()).flatMap(List::stream).toList();
  }

  private static List<CodeSpec> fields() {
    return List.of(
        notice(Code.BAD_EMAIL, "Not a plain address; left out."),
        notice(Code.BAD_PHONE, "Not a possible number; left out."),
        notice(Code.BAD_BIRTHDATE, "Not a date from 1900 on; left out."),
        notice(Code.BAD_GENDER, "Neither female nor male; left out."),
        notice(Code.BAD_CITY, "No letters; left out."),
        notice(Code.BAD_STATE, "No letters a to z; left out."),
        notice(Code.BAD_POSTAL_CODE, "Not a postal code; left out."),
        notice(Code.BAD_COUNTRY, "Not a country; left out."),
        notice(Code.BAD_DEVICE_ID, "Not a UUID, or all zeros; left out."),
        notice(Code.FIELD_DROPPED, "Another field's value does not fit; left out."),
        notice(Code.UNKNOWN_COLUMN, "Meta has no use for the column."),
        notice(Code.COLUMN_IGNORED, "The column is not used here."));
  }

  private static List<CodeSpec> events() {
    return List.of(
        notice(Code.ORDER_ATTRIBUTE_CONFLICT, "The order's rows disagree; the first counts."),
        notice(Code.VALUE_COLUMN_IGNORED, "value differs from price × quantity, which counts."),
        notice(Code.VALUE_PARTIAL, "The value covers only the rows that were left."),
        notice(Code.FRACTIONAL_QUANTITY, "Sent as one unit at the price of all."),
        notice(Code.DATE_ONLY_TIMESTAMP, "A date without time was read as midnight."),
        notice(Code.ZONE_ASSUMED, "A local time that occurs twice or never was settled."),
        notice(Code.HASHED_MIXED, "Some values came hashed, others not."),
        notice(Code.CHANGED_AFTER_DELIVERY, "The event has changed since Meta took it."),
        notice(Code.ALREADY_DELIVERED, "An earlier run delivered it."),
        notice(Code.PLATFORM_WARNING, "Meta took the events and said something."),
        notice(Code.API_VERSION_SUNSET, "The pinned API version has expired."),
        notice(Code.TEST_MODE, "test_event_code is set; Meta still uses the events."),
        notice(Code.TOKEN_RENEWAL_FAILED, "The token could not be renewed; it still works."),
        notice(Code.CREDENTIAL_ENDS_SOON, "The token ends within 14 days and was not renewed."));
  }

  private static List<CodeSpec> stops() {
    return List.of(
        stop(Code.MISSING_COLUMN, "The query lacks a column."),
        stop(Code.AMBIGUOUS_COLUMN, "Two columns feed one field."),
        stop(Code.DATASET_NOT_CONSOLIDATED, "The dataset is not a consolidated one."),
        stop(Code.DATASET_NOT_FOUND, "The dataset does not exist, or the token cannot see it."),
        stop(Code.CREDENTIALS_REJECTED, "The token or its proof is invalid."),
        stop(Code.TERMS_NOT_ACCEPTED, "Terms must be accepted; the link is in the message."),
        stop(Code.PERMISSION_DENIED, "The token lacks a permission."),
        stop(Code.RATE_LIMITED, "Meta throttles."),
        stop(Code.PLATFORM_UNAVAILABLE, "Meta cannot be reached."),
        stop(Code.CONFIGURATION_FAULT, "base_url points at something that redirects."));
  }
}
