package dev.footfall.destinations.criteo;

import static dev.footfall.core.destination.CodeSpec.notice;
import static dev.footfall.core.destination.CodeSpec.row;
import static dev.footfall.core.destination.CodeSpec.stop;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.CodeSpec;
import java.util.List;

/** What Footfall says about rows for Criteo, in the order of precedence. */
final class CriteoCodes {
  private CriteoCodes() {}

  static List<CodeSpec> all() {
    return List.of(
        row(Code.BAD_OPT_OUT, "opt_out of some row of the order is unreadable; never guessed."),
        row(Code.OPTED_OUT, "The person opted out."),
        row(Code.MISSING_TIMESTAMP, "The row has no time."),
        row(Code.BAD_TIMESTAMP, "The row's time is unreadable."),
        row(Code.BAD_EVENT_NAME, "The event is no purchase."),
        row(Code.EVENT_TOO_OLD, "Before the first day of the window."),
        row(Code.EVENT_IN_FUTURE, "More than five minutes ahead."),
        row(Code.MISSING_IDENTITY, "Neither key can be used."),
        row(Code.MISSING_ORDER_ID, "No event_id, so its lines could not be grouped."),
        row(Code.MISSING_PRODUCT_ID, "No content_ids."),
        row(Code.BAD_CURRENCY, "No current ISO 4217 code."),
        row(Code.RETURN_OR_CANCELLATION, "Flagged as one, or value or quantity is negative."),
        row(Code.MISSING_VALUE, "No product_value."),
        row(Code.BAD_VALUE, "product_value is no plain number."),
        row(Code.BAD_QUANTITY, "product_quantity is no whole number from 1."),
        row(Code.CSV_ILLEGAL_CHARACTER, "Not writable with quote_mode none and no escape_char."),
        row(Code.EVENT_TOO_LARGE, "A line above 64 KiB."),
        row(Code.DUPLICATE_EVENT, "The same line stands in this file."),
        row(Code.ALREADY_DELIVERED, "An earlier file held the same line."),
        row(Code.DELIVERY_FAILED, "The file did not arrive; the next run sends the line."),
        row(Code.NOT_ATTEMPTED, "The run stopped before the file was there."),
        notice(Code.BAD_EMAIL, "Not an address; left out."),
        notice(Code.HASH_NOT_CONVERTIBLE, "A hash of another kind than email_hash; left out."),
        notice(Code.FIELD_DROPPED, "A value does not fit; left out."),
        notice(Code.ORDER_ATTRIBUTE_CONFLICT, "Lines of one event_id disagree; all are written."),
        notice(Code.RESENT_CHANGED_ROW, "An earlier file held another version of the line."),
        notice(Code.LATE_FOR_PLATFORM, "Older than Criteo's 48 hours; sent all the same."),
        notice(Code.DATE_ONLY_TIMESTAMP, "A date without time was read as midnight."),
        notice(Code.ZONE_ASSUMED, "A local time that occurs twice or never was settled."),
        notice(Code.HASHED_MIXED, "Some e-mails came hashed, others not."),
        notice(Code.UNKNOWN_COLUMN, "Criteo's files have no use for the column."),
        stop(Code.MISSING_COLUMN, "The query lacks a column that every line needs."),
        stop(Code.AMBIGUOUS_COLUMN, "Two columns feed the same field."));
  }
}
