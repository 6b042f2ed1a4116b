package dev.footfall.destinations.pinterest;

import static dev.footfall.core.destination.CodeSpec.notice;
import static dev.footfall.core.destination.CodeSpec.row;
import static dev.footfall.core.destination.CodeSpec.stop;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.CodeSpec;
import java.util.List;
import java.util.stream.Stream;

/** What Footfall says about rows for Pinterest, in the order of precedence. */
final class PinterestCodes {
  private PinterestCodes() {}

  static List<CodeSpec> all() {
    return Stream.of(orders(), numbers(), delivery(), fields(), notices(), stops())
        .flatMap(List::stream)
        .toList();
  }

  private static List<CodeSpec> orders() {
    return List.of(
        row(Code.BAD_OPT_OUT, "opt_out of some row of the order is unreadable; never guessed."),
        row(Code.OPTED_OUT, "The person opted out, and the policy or a file leaves them out."),
        row(Code.MISSING_TIMESTAMP, "The row has no time."),
        row(Code.BAD_TIMESTAMP, "The row's time is unreadable, or not of this century."),
        row(Code.BAD_EVENT_NAME, "The event is no checkout."),
        row(Code.EVENT_TOO_OLD, "Older than 7 days, or 30 in a file."),
        row(Code.EVENT_IN_FUTURE, "Further ahead than future_tolerance_seconds."),
        row(Code.MISSING_IDENTITY, "No e-mail, mobile ad id, or IP address with user agent."),
        row(Code.MISSING_EXTERNAL_ID, "No customer id, and require_external_id is on."),
        row(Code.MISSING_CURRENCY, "No row of the order has a currency."),
        row(Code.BAD_CURRENCY, "The currency is no current ISO 4217 code."),
        row(Code.CURRENCY_CONFLICT, "The rows of the order are in different currencies."));
  }

  private static List<CodeSpec> numbers() {
    return List.of(
        row(Code.RETURN_OR_CANCELLATION, "The row is marked as one, or its amount is negative."),
        row(Code.BAD_PRICE, "The price is no number."),
        row(Code.BAD_QUANTITY, "The quantity is no number above zero."),
        row(Code.BAD_VALUE, "The value is no number."),
        row(Code.CONFLICTING_VALUE, "The rows disagree on value and have no prices to add up."),
        row(Code.MISSING_VALUE, "Neither a value nor price and quantity on every row."),
        row(Code.EVENT_TOO_LARGE, "Above 64 KiB, or above what a request or file may hold."),
        row(Code.DUPLICATE_EVENT, "The same event stands in this run twice."));
  }

  private static List<CodeSpec> delivery() {
    return List.of(
        row(Code.ALREADY_DELIVERED, "An earlier run delivered it."),
        row(Code.PLATFORM_REJECTED, "Pinterest failed this very event."),
        row(Code.DELIVERY_FAILED, "Retries are used up; the next run may send it."),
        row(Code.DELIVERY_UNKNOWN, "Sent, and nobody knows; not sent again by itself."),
        row(Code.NOT_ATTEMPTED, "The run stopped before it was sent."));
  }

  private static List<CodeSpec> fields() {
    return List.of(
        notice(Code.BAD_EMAIL, "Not an address; left out."),
        notice(Code.BAD_PHONE, "Not a possible number; left out."),
        notice(Code.BAD_BIRTHDATE, "Not a date from 1900 on; left out."),
        notice(Code.BAD_GENDER, "Neither female, male nor non-binary; left out."),
        notice(Code.BAD_CITY, "No letters or digits; left out."),
        notice(Code.BAD_STATE, "No state's name and not two letters; left out."),
        notice(Code.BAD_POSTAL_CODE, "Not digits alone; left out."),
        notice(Code.BAD_COUNTRY, "Not a country; left out."),
        notice(Code.BAD_DEVICE_ID, "Not a UUID, or all zeros; left out."),
        notice(Code.BAD_CONTENTS, "Not an array of items; left out."),
        notice(Code.FIELD_DROPPED, "Another field's value does not fit; left out."),
        notice(Code.COLUMN_IGNORED, "action_source is not offline; sent as offline."),
        notice(Code.UNKNOWN_COLUMN, "Pinterest has no use for the column."));
  }

  private static List<CodeSpec> notices() {
    return List.of(
        notice(Code.ORDER_IDENTITY_CONFLICT, "The order has several e-mails; all are sent."),
        notice(Code.ORDER_ATTRIBUTE_CONFLICT, "The order's rows disagree; the first counts."),
        notice(Code.FRACTIONAL_QUANTITY, "Sent as one unit at the price of all."),
        notice(Code.VALUE_PARTIAL, "The value covers only the rows that were left."),
        notice(
            Code.SUSPICIOUS_VALUE, "One row without items was multiplied; return value instead."),
        notice(Code.LDP_WITHOUT_STATE, "Limited data processing works by state; there is none."),
        notice(Code.DATE_ONLY_TIMESTAMP, "A date without time was read as midnight."),
        notice(Code.ZONE_ASSUMED, "A local time that occurs twice or never was settled."),
        notice(Code.HASHED_MIXED, "Some values came hashed, others not."),
        notice(Code.CHANGED_AFTER_DELIVERY, "The event has changed since Pinterest took it."),
        notice(Code.DELIVERED_UNVERIFIED, "Sent twice; Pinterest may have counted it twice."),
        notice(Code.PLATFORM_WARNING, "Pinterest took the event and said something."),
        notice(Code.TEST_MODE, "test_mode is on: nothing is recorded."));
  }

  private static List<CodeSpec> stops() {
    return List.of(
        stop(Code.MISSING_COLUMN, "The query lacks a column that every event needs."),
        stop(Code.AMBIGUOUS_COLUMN, "Two columns feed the same field."),
        stop(Code.CREDENTIALS_REJECTED, "Pinterest does not know the token; make a new one."),
        stop(Code.PERMISSION_DENIED, "The token's user has no access to the ad account."),
        stop(Code.TERMS_NOT_ACCEPTED, "Pinterest's terms must be accepted first."),
        stop(Code.RATE_LIMITED, "Pinterest asks for fewer requests, for too long."),
        stop(Code.PLATFORM_UNAVAILABLE, "Pinterest cannot be reached, or is in trouble."),
        stop(Code.CONFIGURATION_FAULT, "The address redirects."));
  }
}
