package dev.footfall.destinations.google;

import static dev.footfall.core.destination.CodeSpec.notice;
import static dev.footfall.core.destination.CodeSpec.row;
import static dev.footfall.core.destination.CodeSpec.stop;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.CodeSpec;
import java.util.List;
import java.util.stream.Stream;

/** What Footfall says about rows for Google, in the order of precedence. */
final class GoogleCodes {
  private GoogleCodes() {}

  static List<CodeSpec> all() {
    return Stream.of(orders(), numbers(), refusals(), delivery(), fields(), notices(), stops())
        .flatMap(List::stream)
        .toList();
  }

  private static List<CodeSpec> orders() {
    return List.of(
        row(Code.BAD_OPT_OUT, "opt_out of some row of the order is unreadable; never guessed."),
        row(Code.BAD_CONSENT, "A consent of the order is unreadable; never guessed."),
        row(Code.OPTED_OUT, "The person opted out or denied consent, as rows or Google say."),
        row(Code.MISSING_TIMESTAMP, "The row has no time."),
        row(Code.BAD_TIMESTAMP, "The time is unreadable, or before the click."),
        row(Code.BAD_EVENT_NAME, "The event is no purchase."),
        row(Code.EVENT_TOO_OLD, "Older than 90 days with a click id, 63 days without."),
        row(Code.EVENT_IN_FUTURE, "More than a minute ahead."),
        row(Code.MISSING_IDENTITY, "No click id, e-mail or phone that can be used."),
        row(Code.MISSING_ORDER_ID, "No order id, or one of more than 64 characters."),
        row(Code.ORDER_ID_CONTAINS_PII, "The order id looks like an address; it is not shown."),
        row(Code.MISSING_STORE_ID, "A store sale without store."),
        row(Code.MISSING_CURRENCY, "No row of the order has a currency; files need one."),
        row(Code.BAD_CURRENCY, "The currency is no current ISO 4217 code."),
        row(Code.CURRENCY_CONFLICT, "The rows of the order are in different currencies."));
  }

  private static List<CodeSpec> numbers() {
    return List.of(
        row(Code.RETURN_OR_CANCELLATION, "The row is marked as one."),
        row(Code.BAD_PRICE, "The price is no number of at least zero."),
        row(Code.BAD_QUANTITY, "The quantity is no number above zero."),
        row(Code.BAD_VALUE, "The value is no number of at least zero."),
        row(Code.MISSING_VALUE, "The order has no value; files need one."),
        row(Code.EVENT_TOO_LARGE, "Above 64 KiB."),
        row(Code.DUPLICATE_EVENT, "The same order stands in this run twice."));
  }

  private static List<CodeSpec> refusals() {
    return List.of(
        row(Code.BAD_CLICK_ID, "Google cannot read the click id."),
        row(Code.CLICK_NOT_MATCHED, "Google knows no such click; normal for some."),
        row(Code.WRONG_ACCOUNT_FOR_CLICK, "The click belongs to another account."),
        row(Code.BAD_IDENTIFIER, "Google refuses a hash."),
        row(Code.PLATFORM_REJECTED, "Google refuses the conversion; see its words."));
  }

  private static List<CodeSpec> delivery() {
    return List.of(
        row(Code.ALREADY_DELIVERED, "An earlier run delivered it, or Google has it."),
        row(Code.RETRY_LATER, "Google asks to come back in hours; a later run sends it."),
        row(Code.DELIVERY_FAILED, "Retries are used up; the next run may send it."),
        row(Code.DELIVERY_UNKNOWN, "Sent, and nobody knows; the next run sends it again."),
        row(Code.NOT_ATTEMPTED, "The run stopped before it was sent."));
  }

  private static List<CodeSpec> fields() {
    return List.of(
        notice(Code.BAD_EMAIL, "Not an address; left out."),
        notice(Code.BAD_PHONE, "Not a possible number; left out."),
        notice(Code.BAD_POSTAL_CODE, "Not a postal code of the country; left out."),
        notice(Code.BAD_COUNTRY, "Not a country; left out."),
        notice(Code.FIELD_DROPPED, "Another field's value does not fit; left out."),
        notice(Code.COLUMN_IGNORED, "This mode does not take the column."),
        notice(Code.UNKNOWN_COLUMN, "Google has no use for the column."));
  }

  private static List<CodeSpec> notices() {
    return List.of(
        notice(Code.ORDER_ATTRIBUTE_CONFLICT, "The order's rows disagree; the first counts."),
        notice(Code.IDENTIFIERS_TRUNCATED, "More e-mails and phones than Google takes."),
        notice(Code.EXTRA_CLICK_ID_DROPPED, "Only one click id goes: gclid, gbraid, wbraid."),
        notice(Code.CURRENCY_ASSUMED, "No currency; Google takes the account's."),
        notice(Code.NO_VALUE, "No value; Google takes the conversion action's."),
        notice(Code.VALUE_PARTIAL, "The value covers only the rows that were left."),
        notice(Code.FRACTIONAL_QUANTITY, "Sent as one unit at the price of all."),
        notice(Code.DATE_ONLY_TIMESTAMP, "A date without time was read as midnight."),
        notice(Code.ZONE_ASSUMED, "A local time that occurs twice or never was settled."),
        notice(Code.HASHED_MIXED, "Some values came hashed, others not."),
        notice(Code.CHANGED_AFTER_DELIVERY, "Changed since Google took it; not sent again."),
        notice(Code.DELIVERED_UNVERIFIED, "Taken; Google judges it later and names no rows."),
        notice(Code.UNATTRIBUTED_FAILURES, "Google counted failures without naming rows."),
        notice(Code.PLATFORM_WARNING, "Google took the event and said something."),
        notice(Code.TOKEN_RENEWAL_FAILED, "The token could not be renewed; it still works."),
        notice(Code.TEST_MODE, "validate_only is on: nothing is recorded."));
  }

  private static List<CodeSpec> stops() {
    return List.of(
        stop(Code.MISSING_COLUMN, "The query lacks a column that every event needs."),
        stop(Code.AMBIGUOUS_COLUMN, "Two columns feed the same field."),
        stop(Code.CREDENTIALS_REJECTED, "Google refuses the credential; authorise again."),
        stop(Code.BAD_CLIENT, "Google does not know client_id or client_secret."),
        stop(Code.PERMISSION_DENIED, "The credential has no access to the account."),
        stop(Code.TERMS_NOT_ACCEPTED, "The customer data terms must be accepted first."),
        stop(Code.ENHANCED_CONVERSIONS_OFF, "Enhanced conversions for leads are off."),
        stop(Code.BAD_CONVERSION_ACTION, "The conversion action does not take such events."),
        stop(Code.MODE_NOT_ALLOWED, "The account may not upload by the Google Ads API."),
        stop(Code.API_DISABLED, "The cloud project has not enabled the API."),
        stop(Code.API_VERSION_SUNSET, "api_version is retired."),
        stop(Code.RATE_LIMITED, "Google asks for fewer requests, for too long."),
        stop(Code.PLATFORM_UNAVAILABLE, "Google cannot be reached, or is in trouble."),
        stop(Code.CONFIGURATION_FAULT, "The address redirects, or is wrong."));
  }
}
