package dev.footfall.destinations.braze;

import static dev.footfall.core.destination.CodeSpec.notice;
import static dev.footfall.core.destination.CodeSpec.row;
import static dev.footfall.core.destination.CodeSpec.stop;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.CodeSpec;
import java.util.List;
import java.util.stream.Stream;

/** What Braze's rows, fields and runs may be told. */
final class BrazeCodes {
  private BrazeCodes() {}

  static List<CodeSpec> all() {
    return Stream.of(rows(), fields(), notices(), runs()).flatMap(List::stream).toList();
  }

  private static List<CodeSpec> rows() {
    return List.of(
        row(Code.OPTED_OUT, "The column opt_out says so."),
        row(Code.BAD_OPT_OUT, "The column opt_out is neither true nor false."),
        row(Code.RETURN_OR_CANCELLATION, "The row is a return or a cancellation."),
        row(Code.MISSING_TIMESTAMP, "The purchase has no time."),
        row(Code.MISSING_IDENTITY, "The user identifier is empty."),
        row(Code.DUPLICATE_IDENTITY, "Several rows are about one user, and that is refused."),
        row(Code.MISSING_PRODUCT_ID, "The purchase has no product."),
        row(Code.VALUE_TOO_LONG, "The product has more than 255 characters."),
        row(Code.MISSING_CURRENCY, "The purchase has no currency."),
        row(Code.BAD_CURRENCY, "The currency is no code of ISO 4217."),
        row(Code.MISSING_VALUE, "The purchase has no price."),
        row(Code.BAD_PRICE, "The price is no plain number."),
        row(Code.BAD_QUANTITY, "The quantity is not whole, or not from 1 to 7500."),
        row(Code.EVENT_TOO_LARGE, "The object has more than 100 KB."),
        row(Code.DUPLICATE_EVENT, "Another row about the user stands for this one."),
        row(Code.ALREADY_DELIVERED, "An earlier run sent it, or no value has changed."),
        row(Code.PLATFORM_REJECTED, "Braze refused the object."),
        row(Code.DELIVERY_UNKNOWN, "The answer was lost; purchases are not sent again."),
        row(Code.DELIVERY_FAILED, "Braze could not be reached in time."),
        row(Code.NOT_ATTEMPTED, "The run stopped before it."));
  }

  private static List<CodeSpec> fields() {
    return List.of(
        row(Code.BAD_TIMESTAMP, "No time; in attributes the field is left out."),
        notice(Code.BAD_EMAIL, "No e-mail address, or a hashed one; left out."),
        notice(Code.BAD_PHONE, "No phone number; left out."),
        notice(Code.BAD_COUNTRY, "No country; left out."),
        notice(Code.BAD_BIRTHDATE, "No date of birth; left out."),
        notice(Code.BAD_GENDER, "No gender that Braze knows; left out."),
        notice(Code.BAD_LANGUAGE, "No code of ISO 639-1; left out."),
        notice(Code.BAD_TIME_ZONE, "No IANA zone; left out."),
        notice(Code.BAD_CONSENT, "No subscription state; left out."),
        notice(Code.BAD_LOCATION, "No longitude and latitude; left out."),
        notice(Code.BAD_VALUE, "The value cannot be sent; left out."),
        notice(Code.FIELD_DROPPED, "Nothing of the text is left; left out."));
  }

  private static List<CodeSpec> notices() {
    return List.of(
        notice(Code.VALUE_MAY_BE_TRUNCATED, "Braze may cut a text of more than 255 characters."),
        notice(Code.NUMBER_SENT_AS_TEXT, "The number is beyond 2^53 and went as text."),
        notice(Code.ARRAY_TRUNCATED, "Braze keeps 100 elements at most; the others were left out."),
        notice(Code.CLEAR_SUPPRESSED, "E-mail and phone are never cleared."),
        notice(Code.EVENT_IN_FUTURE, "The purchase lies more than an hour ahead; it was sent."),
        notice(Code.ZONE_ASSUMED, "The time had no offset and was read in the query's zone."),
        notice(Code.UNKNOWN_COLUMN, "The column is not used."),
        notice(Code.LOOKS_LIKE_PROFILE_FIELD, "A custom attribute is probably a profile field."),
        notice(Code.CONSENT_OVERWRITE, "A subscription state was sent; it may re-subscribe."),
        notice(
            Code.VOLATILE_ATTRIBUTE,
            "The attribute changed for more than nine in ten people, twice; each change may cost."),
        notice(Code.CHANGED_AFTER_DELIVERY, "A purchase sent before has changed; not sent."));
  }

  private static List<CodeSpec> runs() {
    return List.of(
        stop(Code.MISSING_COLUMN, "The query lacks the identifier or a purchase's column."),
        stop(Code.AMBIGUOUS_COLUMN, "Two columns feed one field."),
        stop(Code.CONFLICTING_IDENTIFIERS, "The query returns an identifier of another kind."),
        stop(Code.BAD_COLUMN_NAME, "The label cannot be the name of an attribute."),
        stop(Code.CREDENTIALS_REJECTED, "Braze does not take the key for this instance."),
        stop(Code.RATE_LIMITED, "Braze throttles for too long."),
        stop(Code.PLATFORM_UNAVAILABLE, "Braze cannot be reached."));
  }
}
