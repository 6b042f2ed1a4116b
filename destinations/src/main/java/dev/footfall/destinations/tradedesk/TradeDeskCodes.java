package dev.footfall.destinations.tradedesk;

import static dev.footfall.core.destination.CodeSpec.notice;
import static dev.footfall.core.destination.CodeSpec.row;
import static dev.footfall.core.destination.CodeSpec.stop;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.CodeSpec;
import java.util.List;
import java.util.stream.Stream;

/** What Footfall says about rows for The Trade Desk, in the order of precedence. */
final class TradeDeskCodes {
  private TradeDeskCodes() {}

  static List<CodeSpec> all() {
    return Stream.of(orders(), numbers(), operator(), delivery(), fields(), notices(), stops())
        .flatMap(List::stream)
        .toList();
  }

  private static List<CodeSpec> orders() {
    return List.of(
        row(Code.BAD_OPT_OUT, "opt_out of some row of the order is unreadable; never guessed."),
        row(Code.OPTED_OUT, "The person opted out on some row of the order."),
        row(Code.MISSING_TIMESTAMP, "The row has no time."),
        row(Code.BAD_TIMESTAMP, "The row's time is unreadable."),
        row(Code.BAD_EVENT_NAME, "Not one of the twelve names."),
        row(Code.EVENT_TOO_OLD, "Older than window_days."),
        row(Code.EVENT_IN_FUTURE, "Further ahead than future_tolerance_seconds."),
        row(Code.MISSING_IDENTITY, "No usable identifier."),
        row(Code.MISSING_TRACKING_TAG, "Neither the setting nor the row names a tag."),
        row(Code.COUNTRY_NOT_ALLOWED, "It happened outside allowed_countries."),
        row(Code.BAD_CURRENCY, "The currency is no current ISO 4217 code."),
        row(Code.CURRENCY_CONFLICT, "The rows of the order are in different currencies."));
  }

  private static List<CodeSpec> numbers() {
    return List.of(
        row(Code.RETURN_OR_CANCELLATION, "The row is marked as one, or its value is negative."),
        row(Code.BAD_VALUE, "The value is no plain number."),
        row(Code.EVENT_TOO_LARGE, "One item alone is above what a request may hold."),
        row(Code.DUPLICATE_EVENT, "The same conversion stands in this run twice."));
  }

  private static List<CodeSpec> operator() {
    return List.of(
        row(Code.UID2_OPTED_OUT, "At the operator the person opted out."),
        row(Code.UID2_INVALID_IDENTIFIER, "The operator could not map any identifier."),
        row(Code.UID2_UNAVAILABLE, "The operator did not answer; the next run may send it."));
  }

  private static List<CodeSpec> delivery() {
    return List.of(
        row(Code.ALREADY_DELIVERED, "An earlier run delivered it."),
        row(Code.PLATFORM_REJECTED, "The Trade Desk refused all items of the conversion."),
        row(Code.DELIVERY_FAILED, "Retries are used up, or the bad item was not found."),
        row(Code.DELIVERY_UNKNOWN, "Sent, and nobody knows; not sent again by itself."),
        row(Code.NOT_ATTEMPTED, "The run stopped before it was sent."));
  }

  private static List<CodeSpec> fields() {
    return List.of(
        notice(Code.BAD_EMAIL, "Not an address; left out."),
        notice(Code.BAD_PHONE, "Not a possible number of 10 to 15 digits; left out."),
        notice(Code.BAD_UID2, "Not 44 characters of Base64; left out."),
        notice(Code.BAD_EUID, "Not 44 characters of Base64; left out."),
        notice(Code.BAD_DEVICE_ID, "Not a UUID with hyphens, or all zeros; left out."),
        notice(Code.BAD_RAMP_ID, "Neither 49 nor 70 characters; left out."),
        notice(Code.BAD_COUNTRY, "Not a country; left out."),
        notice(Code.REGION_REQUIRED, "A country without region; the country is left out."),
        notice(Code.BAD_QUANTITY, "Not a whole number above zero; left out."),
        notice(Code.BAD_PRICE, "Not a plain number, one currency sign aside; left out."),
        notice(Code.ITEM_WITHOUT_CODE, "A row with item columns but no code: no line item."),
        notice(Code.STORE_ID_DROPPED, "Its slot holds a text already; the store is left out."),
        notice(Code.ORDER_ID_HASHED, "Longer than 64 characters; its SHA-256 goes instead."),
        notice(Code.VALUE_TRUNCATED, "A text above its limit was cut."),
        notice(
            Code.IDENTIFIERS_TRUNCATED,
            "All identifiers do not fit one request; the last" + " were left out."),
        notice(Code.FIELD_DROPPED, "Another field's value does not fit; left out."));
  }

  private static List<CodeSpec> notices() {
    return List.of(
        notice(Code.ORDER_ATTRIBUTE_CONFLICT, "Rows of the order disagree; the first counts."),
        notice(Code.ORDER_IDENTITY_CONFLICT, "The order has two identifiers of one kind."),
        notice(Code.VALUE_PARTIAL, "The value covers only the order's good rows."),
        notice(Code.LATE_FOR_PLATFORM, "Older than 3 days; less of it will be attributed."),
        notice(
            Code.PREHASHED_INPUT,
            "Hashes came from the query; whether rightly made, nobody" + " can see."),
        notice(Code.HASHED_MIXED, "Some values of a column came hashed, others plain."),
        notice(Code.DATE_ONLY_TIMESTAMP, "A date was read as its midnight."),
        notice(Code.ZONE_ASSUMED, "A local time occurs twice or never."),
        notice(Code.PLATFORM_WARNING, "Some items of the conversion were refused, others taken."),
        notice(Code.CHANGED_AFTER_DELIVERY, "A delivered conversion has changed; not sent again."),
        notice(Code.UNKNOWN_COLUMN, "The Trade Desk has no use for the column."));
  }

  private static List<CodeSpec> stops() {
    return List.of(
        stop(Code.MISSING_COLUMN, "The query has no time, or no identity."),
        stop(Code.AMBIGUOUS_COLUMN, "Two columns of the query feed one field."),
        stop(Code.CREDENTIALS_REJECTED, "A token, secret or key is refused."),
        stop(Code.PERMISSION_DENIED, "The data provider is not enabled, or another's."),
        stop(Code.CONFIGURATION_FAULT, "A wrong address, or a tag or merchant unknown there."),
        stop(Code.UID2_BAD_REQUEST, "The operator calls the question malformed."),
        stop(Code.UID2_BAD_RESPONSE, "The operator's answer is not for our question."),
        stop(Code.CLOCK_SKEW, "This machine's clock is more than a minute off."),
        stop(Code.RATE_LIMITED, "Asked to wait for longer than ten minutes."),
        stop(Code.PLATFORM_UNAVAILABLE, "Out of reach until retries were used up."));
  }
}
