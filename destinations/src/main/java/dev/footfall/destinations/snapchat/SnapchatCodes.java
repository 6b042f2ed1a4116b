package dev.footfall.destinations.snapchat;

import static dev.footfall.core.destination.CodeSpec.notice;
import static dev.footfall.core.destination.CodeSpec.row;
import static dev.footfall.core.destination.CodeSpec.stop;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.CodeSpec;
import java.util.List;
import java.util.stream.Stream;

/** What Footfall says about rows for Snapchat, in the order of precedence. */
final class SnapchatCodes {
  private SnapchatCodes() {}

  static List<CodeSpec> all() {
    return Stream.of(rows(), fates(), fields(), notices(), stops()).flatMap(List::stream).toList();
  }

  private static List<CodeSpec> rows() {
    return List.of(
        row(Code.BAD_OPT_OUT, "opt_out of some row of the order is unreadable; never guessed."),
        row(Code.OPTED_OUT, "The person opted out, and drop_opted_out or a file leaves them out."),
        row(Code.MISSING_TIMESTAMP, "The row has no time."),
        row(Code.BAD_TIMESTAMP, "The row's time is unreadable."),
        row(Code.BAD_EVENT_NAME, "The event type is none of Snapchat's."),
        row(Code.BAD_ACTION_SOURCE, "The row says that it is a web or app event."),
        row(Code.EVENT_TOO_OLD, "Older than window_days, 37 at most."),
        row(Code.EVENT_IN_FUTURE, "Further ahead than future_tolerance_seconds."),
        row(Code.MISSING_IDENTITY, "No e-mail, phone, mobile ad id, or IP address with agent."),
        row(Code.MISSING_CURRENCY, "A purchase for the API without a currency."),
        row(Code.BAD_CURRENCY, "No currency that Snapchat is known to take."),
        row(Code.CURRENCY_CONFLICT, "The rows of the order are in different currencies."),
        row(Code.RETURN_OR_CANCELLATION, "The row is marked as one, or an amount is negative."),
        row(Code.BAD_VALUE, "The price is no number, or negative with include_returns."),
        row(Code.MISSING_VALUE, "A purchase for the API without a price."),
        row(Code.CSV_BAD_FORMAT, "Without quotes or escape_char the line would be misread."),
        row(Code.EVENT_TOO_LARGE, "Above max_batch_bytes."),
        row(Code.DUPLICATE_EVENT, "The same event stands in this run twice."));
  }

  private static List<CodeSpec> fates() {
    return List.of(
        row(Code.ALREADY_DELIVERED, "An earlier run delivered it."),
        row(Code.PLATFORM_REJECTED, "Snapchat called this very event invalid."),
        row(Code.DELIVERY_FAILED, "Retries are used up; the next run may send it."),
        row(Code.DELIVERY_UNKNOWN, "Sent, and nobody knows."),
        row(Code.NOT_ATTEMPTED, "The run stopped before it was sent."));
  }

  private static List<CodeSpec> fields() {
    return List.of(
        notice(Code.BAD_EMAIL, "Not an address; left out."),
        notice(Code.BAD_PHONE, "Not a possible number; left out."),
        notice(Code.BAD_DEVICE_ID, "Not a UUID, or all zeros; left out."),
        notice(Code.BAD_GENDER, "Neither female nor male; left out."),
        notice(Code.BAD_BIRTHDATE, "Not a date from 1900 on; left out."),
        notice(Code.BAD_POSTAL_CODE, "Not a postal code of its country; left out."),
        notice(Code.BAD_COUNTRY, "Not a country; left out."),
        notice(Code.BAD_QUANTITY, "Not a whole number of units; left out."),
        notice(Code.FIELD_DROPPED, "Another field's value does not fit; left out."),
        notice(Code.FIELD_DEFAULTED, "Unknown: OFFLINE is sent, or limited data use applies."),
        notice(
            Code.UNKNOWN_COLUMN,
            "Snapchat has no use for the column; files hold it all the same."));
  }

  private static List<CodeSpec> notices() {
    return List.of(
        notice(
            Code.ORDER_IDENTITY_CONFLICT,
            "The order's rows are of several people; the first counts."),
        notice(Code.ORDER_ATTRIBUTE_CONFLICT, "The order's rows disagree; the first counts."),
        notice(Code.REPEATED_ORDER_ID, "A further line of an order; Snapchat may drop it."),
        notice(Code.VALUE_PARTIAL, "The value covers only the rows that were left."),
        notice(Code.LATE_FOR_PLATFORM, "Older than 7 days: of little use to campaigns."),
        notice(Code.DATE_ONLY_TIMESTAMP, "A date without time was read as midnight."),
        notice(Code.ZONE_ASSUMED, "A local time that occurs twice or never was settled."),
        notice(Code.HASHED_MIXED, "Some values came hashed, others not."),
        notice(Code.CHANGED_AFTER_DELIVERY, "The event has changed since Snapchat took it."),
        notice(Code.DELIVERED_UNVERIFIED, "Snapchat took it without a status."),
        notice(Code.TOKEN_RENEWAL_FAILED, "The access token could not be renewed."),
        notice(Code.TEST_MODE, "validate_only or test_event_code is on."));
  }

  private static List<CodeSpec> stops() {
    return List.of(
        stop(Code.MISSING_COLUMN, "The query lacks a column that every event needs."),
        stop(Code.AMBIGUOUS_COLUMN, "Two columns feed the same field."),
        stop(Code.CREDENTIALS_REJECTED, "The token is not valid for this pixel."),
        stop(Code.PERMISSION_DENIED, "Snapchat forbids it, for reasons of its own."),
        stop(Code.TERMS_NOT_ACCEPTED, "Snapchat's terms must be accepted first."),
        stop(Code.DATASET_NOT_FOUND, "No such pixel: check pixel_id."),
        stop(Code.RATE_LIMITED, "Snapchat asks for fewer requests, for too long."),
        stop(Code.PLATFORM_UNAVAILABLE, "Snapchat cannot be reached, or is in trouble."),
        stop(Code.CONFIGURATION_FAULT, "The address redirects."));
  }
}
