package dev.footfall.destinations.tiktok;

import static dev.footfall.core.destination.CodeSpec.notice;
import static dev.footfall.core.destination.CodeSpec.row;
import static dev.footfall.core.destination.CodeSpec.stop;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.CodeSpec;
import java.util.List;
import java.util.stream.Stream;

/** What Footfall says about rows for TikTok, in the order of precedence. */
final class TikTokCodes {
  private TikTokCodes() {}

  static List<CodeSpec> all() {
    return Stream.of(rows(), numbers(), delivery(), fields(), orders(), stops())
        .flatMap(List::stream)
        .toList();
  }

  private static List<CodeSpec> rows() {
    return List.of(
        row(Code.OPTED_OUT, "A row of the order says that the person opted out."),
        row(Code.BAD_OPT_OUT, "opt_out of some row of the order is unreadable."),
        row(Code.MISSING_TIMESTAMP, "The row has no time."),
        row(Code.BAD_TIMESTAMP, "The row's time is unreadable, or not within 2000 to 2100."),
        row(Code.MISSING_EVENT_NAME, "The row names no event and there is no fixed_event_name."),
        row(Code.BAD_EVENT_NAME, "Not a standard event, spelt exactly, that this mode takes."),
        row(Code.BAD_ACTION_SOURCE, "The event did not happen offline."),
        row(Code.EVENT_TOO_OLD, "Older than window_days."),
        row(Code.EVENT_IN_FUTURE, "Further ahead than future_tolerance_seconds."),
        row(Code.MISSING_IDENTITY, "No valid e-mail and no valid phone."),
        row(Code.MISSING_EVENT_SET_ID, "Neither the row nor the settings name an event set."),
        row(Code.BAD_EVENT_SET_ID, "Not 1 to 20 digits, or a floating number."),
        row(Code.BAD_EVENT_ID, "Longer than 128 characters."),
        row(Code.CURRENCY_CONFLICT, "The rows of the order are in different currencies."),
        row(Code.BAD_CURRENCY, "No current ISO 4217 code."),
        row(Code.UNSUPPORTED_CURRENCY, "An ISO 4217 currency that TikTok does not list."));
  }

  private static List<CodeSpec> numbers() {
    return List.of(
        row(Code.RETURN_OR_CANCELLATION, "Marked as such, or a negative amount."),
        row(Code.BAD_PRICE, "The price is no number."),
        row(Code.BAD_QUANTITY, "The quantity is zero or no number."),
        row(Code.BAD_VALUE, "The value is no number."),
        row(Code.EVENT_TOO_LARGE, "Above 64 KiB of JSON, or above what one request may hold."),
        row(Code.CSV_BAD_FORMAT, "The order's lines would not be read as they should."),
        row(Code.CSV_MISSING_REQUIRED, "The order's lines would lack a required value."),
        row(Code.CSV_BAD_TIMESTAMP, "The order's lines would have a time that files cannot."),
        row(Code.CSV_ILLEGAL_CHARACTER, "The order's lines would hold a control character."),
        row(Code.CSV_TOO_LARGE, "The order's lines would not fit one file."),
        row(Code.CSV_BAD_EXTENSION, "A file's name does not end in .csv."),
        row(Code.DUPLICATE_EVENT, "The same event stands in this run twice."),
        row(Code.ALREADY_DELIVERED, "An earlier run delivered it, or an earlier file held it."));
  }

  private static List<CodeSpec> delivery() {
    return List.of(
        row(Code.PLATFORM_REJECTED, "TikTok refused this very event."),
        row(Code.DELIVERY_FAILED, "Retries are used up; a later run may send it."),
        row(Code.DELIVERY_UNKNOWN, "Sent, and TikTok's answer was lost."),
        row(Code.NOT_ATTEMPTED, "The run stopped before it was sent."),
        notice(Code.DELIVERED_UNVERIFIED, "TikTok spoke of a partial success without details."));
  }

  private static List<CodeSpec> fields() {
    return List.of(
        notice(Code.BAD_EMAIL, "Not an address; left out."),
        notice(Code.BAD_PHONE, "Not a possible number; left out."),
        notice(Code.FIELD_DROPPED, "Not among the known values, or one more than a file takes."),
        notice(Code.FIELD_DEFAULTED, "content_type was unreadable; product went instead."),
        notice(Code.VALUE_TRUNCATED, "A text was cut at 1,000 characters."),
        notice(Code.FRACTIONAL_QUANTITY, "A fraction went as one unit at its full price."),
        notice(Code.DATE_ONLY_TIMESTAMP, "A date without time; midnight in the zone."),
        notice(Code.ZONE_ASSUMED, "A local time that occurs twice or never was settled."),
        notice(Code.HASHED_MIXED, "Some values come hashed, others plain."),
        notice(Code.COLUMN_IGNORED, "A column of TikTok's web events."),
        notice(Code.UNKNOWN_COLUMN, "A column without use here."),
        notice(Code.RECOMMENDED_COLUMN, "The query has no e-mail column; phones alone match less."),
        notice(Code.UNUSUAL_SETTING, "An id of the settings has not the usual 19 digits."),
        notice(Code.TOKEN_RENEWAL_FAILED, "The token could not be renewed; it still works."),
        notice(Code.CREDENTIAL_ENDS_SOON, "The refresh token ends within 14 days."));
  }

  private static List<CodeSpec> orders() {
    return List.of(
        notice(Code.ORDER_ATTRIBUTE_CONFLICT, "Rows of an order disagree; the first counts."),
        notice(Code.ORDER_IDENTITY_CONFLICT, "An order carries several e-mails or phones."),
        notice(Code.ORDER_SPLIT, "One order became several events by its event ids."),
        notice(Code.VALUE_PARTIAL, "The value covers only a part of the order's rows."),
        notice(Code.NO_VALUE, "The event goes without a value."),
        notice(Code.CHANGED_AFTER_DELIVERY, "The event has changed since TikTok took it."));
  }

  private static List<CodeSpec> stops() {
    return List.of(
        stop(Code.MISSING_COLUMN, "The query lacks an identity, the time or the event."),
        stop(Code.AMBIGUOUS_COLUMN, "Two columns feed the same field."),
        stop(Code.CREDENTIALS_REJECTED, "The token is wrong, expired or revoked."),
        stop(Code.PERMISSION_DENIED, "The token has no rights on ad account or event set."),
        stop(Code.TERMS_NOT_ACCEPTED, "TikTok asks to accept terms first."),
        stop(Code.RATE_LIMITED, "TikTok keeps throttling."),
        stop(Code.PLATFORM_UNAVAILABLE, "TikTok cannot be reached or is in trouble."),
        stop(Code.CONFIGURATION_FAULT, "The answer points at a wrong address."));
  }
}
