package dev.footfall.destinations.snapchat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.CodeSpec;
import dev.footfall.core.destination.CodeSpec.Severity;
import java.util.List;
import java.util.stream.Stream;

/** What Footfall says about rows for Snapchat, in the order of precedence. */
final class SnapchatCodes {
  private SnapchatCodes() {}

  static List<CodeSpec> all() {
    return Stream.of(rows(), fates(), fields(), notices(), stops()).flatMap(List::stream).toList();
  }

  private static List<CodeSpec> rows() {
    return given(
        Severity.ROW,
        of(Code.BAD_OPT_OUT, "opt_out of some row of the order is unreadable; never guessed."),
        of(Code.OPTED_OUT, "The person opted out, and drop_opted_out or a file leaves them out."),
        of(Code.MISSING_TIMESTAMP, "The row has no time."),
        of(Code.BAD_TIMESTAMP, "The row's time is unreadable."),
        of(Code.BAD_EVENT_NAME, "The event type is none of Snapchat's."),
        of(Code.BAD_ACTION_SOURCE, "The row says that it is a web or app event."),
        of(Code.EVENT_TOO_OLD, "Older than window_days, 37 at most."),
        of(Code.EVENT_IN_FUTURE, "Further ahead than future_tolerance_seconds."),
        of(Code.MISSING_IDENTITY, "No e-mail, phone, mobile ad id, or IP address with agent."),
        of(Code.MISSING_CURRENCY, "A purchase for the API without a currency."),
        of(Code.BAD_CURRENCY, "No currency that Snapchat is known to take."),
        of(Code.CURRENCY_CONFLICT, "The rows of the order are in different currencies."),
        of(Code.RETURN_OR_CANCELLATION, "The row is marked as one, or an amount is negative."),
        of(Code.BAD_VALUE, "The price is no number, or negative with include_returns."),
        of(Code.MISSING_VALUE, "A purchase for the API without a price."),
        of(Code.CSV_BAD_FORMAT, "Without quotes or escape_char the line would be misread."),
        of(Code.EVENT_TOO_LARGE, "Above max_batch_bytes."),
        of(Code.DUPLICATE_EVENT, "The same event stands in this run twice."));
  }

  private static List<CodeSpec> fates() {
    return given(
        Severity.ROW,
        of(Code.ALREADY_DELIVERED, "An earlier run delivered it."),
        of(Code.PLATFORM_REJECTED, "Snapchat called this very event invalid."),
        of(Code.DELIVERY_FAILED, "Retries are used up; the next run may send it."),
        of(Code.DELIVERY_UNKNOWN, "Sent, and nobody knows."),
        of(Code.NOT_ATTEMPTED, "The run stopped before it was sent."));
  }

  private static List<CodeSpec> fields() {
    return given(
        Severity.NOTICE,
        of(Code.BAD_EMAIL, "Not an address; left out."),
        of(Code.BAD_PHONE, "Not a possible number; left out."),
        of(Code.BAD_DEVICE_ID, "Not a UUID, or all zeros; left out."),
        of(Code.BAD_GENDER, "Neither female nor male; left out."),
        of(Code.BAD_BIRTHDATE, "Not a date from 1900 on; left out."),
        of(Code.BAD_POSTAL_CODE, "Not a postal code of its country; left out."),
        of(Code.BAD_COUNTRY, "Not a country; left out."),
        of(Code.BAD_QUANTITY, "Not a whole number of units; left out."),
        of(Code.FIELD_DROPPED, "Another field's value does not fit; left out."),
        of(Code.FIELD_DEFAULTED, "Unknown: OFFLINE is sent, or limited data use applies."),
        of(Code.UNKNOWN_COLUMN, "Snapchat has no use for the column; files hold it all the same."));
  }

  private static List<CodeSpec> notices() {
    return given(
        Severity.NOTICE,
        of(
            Code.ORDER_IDENTITY_CONFLICT,
            "The order's rows are of several people; the first counts."),
        of(Code.ORDER_ATTRIBUTE_CONFLICT, "The order's rows disagree; the first counts."),
        of(Code.REPEATED_ORDER_ID, "A further line of an order; Snapchat may drop it."),
        of(Code.VALUE_PARTIAL, "The value covers only the rows that were left."),
        of(Code.LATE_FOR_PLATFORM, "Older than 7 days: of little use to campaigns."),
        of(Code.DATE_ONLY_TIMESTAMP, "A date without time was read as midnight."),
        of(Code.ZONE_ASSUMED, "A local time that occurs twice or never was settled."),
        of(Code.HASHED_MIXED, "Some values came hashed, others not."),
        of(Code.CHANGED_AFTER_DELIVERY, "The event has changed since Snapchat took it."),
        of(Code.DELIVERED_UNVERIFIED, "Snapchat said OK and nothing else."),
        of(Code.TOKEN_RENEWAL_FAILED, "The access token could not be renewed."),
        of(Code.TEST_MODE, "validate_only or test_event_code is on."));
  }

  private static List<CodeSpec> stops() {
    return given(
        Severity.RUN,
        of(Code.MISSING_COLUMN, "The query lacks a column that every event needs."),
        of(Code.AMBIGUOUS_COLUMN, "Two columns feed the same field."),
        of(Code.CREDENTIALS_REJECTED, "The token is not valid for this pixel."),
        of(Code.PERMISSION_DENIED, "Snapchat forbids it, for reasons of its own."),
        of(Code.TERMS_NOT_ACCEPTED, "Snapchat's terms must be accepted first."),
        of(Code.DATASET_NOT_FOUND, "No such pixel: check pixel_id."),
        of(Code.RATE_LIMITED, "Snapchat asks for fewer requests, for too long."),
        of(Code.PLATFORM_UNAVAILABLE, "Snapchat cannot be reached, or is in trouble."),
        of(Code.CONFIGURATION_FAULT, "The address redirects."));
  }

  private record Said(Code code, String meaning) {}

  private static Said of(Code code, String meaning) {
    return new Said(code, meaning);
  }

  private static List<CodeSpec> given(Severity severity, Said... all) {
    return Stream.of(all).map(s -> new CodeSpec(s.code(), severity, s.meaning())).toList();
  }
}
