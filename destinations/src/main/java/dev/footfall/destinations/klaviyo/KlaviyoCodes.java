package dev.footfall.destinations.klaviyo;

import static dev.footfall.core.destination.CodeSpec.notice;
import static dev.footfall.core.destination.CodeSpec.row;
import static dev.footfall.core.destination.CodeSpec.stop;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.CodeSpec;
import java.util.List;
import java.util.stream.Stream;

/** What Footfall says about rows for Klaviyo, in the order of precedence. */
final class KlaviyoCodes {
  private KlaviyoCodes() {}

  static List<CodeSpec> all() {
    return Stream.of(rows(), orders(), delivery(), notices(), stops())
        .flatMap(List::stream)
        .toList();
  }

  private static List<CodeSpec> rows() {
    return List.of(
        row(Code.BAD_OPT_OUT, "opt_out of some row is unreadable; never guessed."),
        row(Code.OPTED_OUT, "The person opted out."),
        row(Code.MISSING_TIMESTAMP, "Events: the row has no time."),
        row(Code.BAD_TIMESTAMP, "Events: the row's time is unreadable."),
        row(Code.BAD_EVENT_NAME, "Events: the name is longer than 127 characters, or unknown."),
        row(Code.EVENT_TOO_OLD, "Events: before 1990, or older than max_event_age_days."),
        row(Code.EVENT_IN_FUTURE, "Events: over a year ahead; over an hour ahead is a warning."),
        row(Code.MISSING_IDENTITY, "No primary key; for events, no identifier that can be used."),
        row(Code.BAD_EMAIL, "Not a deliverable address; left out unless it is the primary key."),
        row(Code.BAD_PHONE, "Not a possible number; left out unless it is the primary key."),
        row(
            Code.VALUE_TOO_LONG,
            "The external id is over 255 characters; left out if not the key."),
        row(Code.DUPLICATE_IDENTITY, "The person has several rows, which the settings refuse."),
        row(Code.ORDER_IDENTITY_CONFLICT, "The rows of one order name different people."),
        row(Code.BAD_PROPERTIES, "The column properties holds no JSON object."));
  }

  private static List<CodeSpec> orders() {
    return List.of(
        row(Code.MISSING_CURRENCY, "Events: there is a value and no currency."),
        row(Code.BAD_CURRENCY, "Events: the currency is no current ISO 4217 code."),
        row(Code.CURRENCY_CONFLICT, "Events: the rows of the order are in different currencies."),
        row(Code.RETURN_OR_CANCELLATION, "The row is marked as one."),
        row(Code.BAD_PRICE, "Price or item revenue is no number, or the price is below zero."),
        row(Code.BAD_QUANTITY, "The quantity is no number above zero."),
        row(Code.BAD_VALUE, "The value is no number; other fields are left out for it."),
        row(Code.EVENT_TOO_LARGE, "Larger than Klaviyo takes."),
        row(Code.DUPLICATE_EVENT, "The same event or person stands in this run twice."));
  }

  private static List<CodeSpec> delivery() {
    return List.of(
        row(Code.ALREADY_DELIVERED, "An earlier run delivered the same."),
        row(Code.IDENTITY_CONFLICT, "The identifiers belong to different profiles in Klaviyo."),
        row(Code.PLATFORM_REJECTED, "Klaviyo refused this very profile or event."),
        row(
            Code.DELIVERY_FAILED,
            "Retries are used up, the job was cancelled, or the bad one not found."),
        row(Code.DELIVERY_UNKNOWN, "Sent, and nobody knows."),
        row(Code.NOT_ATTEMPTED, "The run stopped before it was sent."));
  }

  private static List<CodeSpec> notices() {
    return List.of(
        notice(Code.ACCEPTED, "Klaviyo has it; the job's result is not known."),
        notice(Code.UNATTRIBUTED_FAILURES, "The job failed for people whom it does not name."),
        notice(Code.BAD_LOCATION, "Latitude and longitude are not both usable; left out."),
        notice(Code.BAD_TIME_ZONE, "Not an IANA zone; left out."),
        notice(Code.NUMBER_SENT_AS_TEXT, "A whole number beyond 2^53 went as text."),
        notice(Code.FIELD_DROPPED, "A property cannot be sent, or Klaviyo refused it; left out."),
        notice(Code.LOOKS_LIKE_PROFILE_FIELD, "The column is a property, perhaps by mistake."),
        notice(Code.UNKNOWN_COLUMN, "The column is not used with these settings."),
        notice(Code.ORDER_ATTRIBUTE_CONFLICT, "The order's rows disagree; the first counts."),
        notice(Code.PARTIAL_ORDER, "Some rows of the order were left out."),
        notice(Code.MISSING_VALUE, "The event has no value."),
        notice(Code.DATE_ONLY_TIMESTAMP, "A date without time was read as midnight."),
        notice(Code.ZONE_ASSUMED, "A local time that occurs twice or never was settled."),
        notice(Code.CHANGED_AFTER_DELIVERY, "The event has changed since Klaviyo took it."),
        notice(Code.TOKEN_RENEWAL_FAILED, "The token could not be renewed; it still works."));
  }

  private static List<CodeSpec> stops() {
    return List.of(
        stop(Code.MISSING_COLUMN, "The query lacks a column that is needed."),
        stop(Code.AMBIGUOUS_COLUMN, "Two columns feed the same field."),
        stop(Code.BAD_COLUMN_NAME, "A property's name is empty or begins with $."),
        stop(Code.CREDENTIALS_REJECTED, "Klaviyo refuses the key or token; authorise again."),
        stop(Code.PERMISSION_DENIED, "The key lacks a scope."),
        stop(Code.MAXIMUM_LISTS, "The account has as many lists as Klaviyo allows."),
        stop(Code.REVISION_RETIRED, "api_revision is retired; set a newer one."),
        stop(Code.RATE_LIMITED, "Klaviyo asks for fewer requests, for too long."),
        stop(Code.PLATFORM_UNAVAILABLE, "Klaviyo cannot be reached, or is in trouble."),
        stop(Code.CONFIGURATION_FAULT, "The address redirects, or the list is gone."));
  }
}
