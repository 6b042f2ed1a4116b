package dev.footfall.destinations.example;

import static dev.footfall.core.destination.CodeSpec.notice;
import static dev.footfall.core.destination.CodeSpec.row;
import static dev.footfall.core.destination.CodeSpec.stop;

import dev.footfall.core.destination.About;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.CodeSpec;
import dev.footfall.core.destination.ColumnRule;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.ColumnType;
import dev.footfall.core.destination.CredentialField;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.DocumentationLink;
import dev.footfall.core.destination.FieldRule;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Mode;
import dev.footfall.core.destination.Need;
import dev.footfall.core.destination.Setting;
import dev.footfall.core.destination.Settings;
import dev.footfall.core.destination.ValueRule;
import dev.footfall.core.normalise.Emails;
import dev.footfall.core.normalise.PlainText;
import java.time.LocalDate;
import java.util.List;

/** Everything there is to know of Acme before a row is read. */
final class AcmeSpec {
  static final int WINDOW_DAYS = 14;
  static final Limits LIMITS = new Limits(100, 1 << 20, 8 << 10, 2, 600);

  private static final DocumentationLink EVENTS =
      new DocumentationLink(
          "Events API", "https://docs.acme.example/events", LocalDate.of(2026, 11, 21));

  private AcmeSpec() {}

  static DestinationSpec spec() {
    return new DestinationSpec(
        new About("acme", "Acme Ads", "Store purchases.", "up to 12 hours", List.of(EVENTS)),
        List.of(new Mode("api", "Events API", Mode.Transport.HTTP, LIMITS, "14 days")),
        settings(),
        List.of(token()),
        columns(),
        List.of(ColumnRule.anyOf("time"), ColumnRule.anyOf("email"), ColumnRule.anyOf("order_id")),
        codes());
  }

  private static List<Setting> settings() {
    return List.of(
        Setting.required(
            "account_id", ValueRule.shaped("\\d{1,12}", "1 to 12 digits"), "The ad account."),
        Settings.address("base_url", "https://api.acme.example", "Where the API is"));
  }

  private static CredentialField token() {
    ValueRule text = ValueRule.shaped("\\S+", "text without spaces");
    return new CredentialField("access_token", Need.REQUIRED, text, true, "Account, API, Token.");
  }

  private static List<ColumnSpec> columns() {
    return List.of(
        ColumnSpec.of("email", "user.email[]", FieldRule.hashed(Emails.ascii(), Code.BAD_EMAIL))
            .aliases("email_address")
            .canonical("email")
            .need(Need.RECOMMENDED)
            .help("E-mail addresses."),
        ColumnSpec.of("order_id", "id", FieldRule.plain(PlainText.oneLine(), Code.FIELD_DROPPED))
            .canonical("order_id")
            .need(Need.REQUIRED)
            .help("Groups rows into one event, and names it."),
        judged("time", "time", ColumnType.TIMESTAMP, Code.BAD_TIMESTAMP)
            .canonical("timestamp")
            .need(Need.REQUIRED)
            .help("When it happened."),
        judged("price", "-", ColumnType.DECIMAL, Code.BAD_PRICE)
            .canonical("price")
            .help("Price of one unit."),
        judged("quantity", "-", ColumnType.DECIMAL, Code.BAD_QUANTITY)
            .canonical("quantity")
            .help("Units."),
        judged("total", "value", ColumnType.DECIMAL, Code.BAD_VALUE)
            .canonical("value")
            .help("Total of the order."),
        judged("currency", "currency", ColumnType.TEXT, Code.BAD_CURRENCY)
            .canonical("currency")
            .help("ISO 4217 code."),
        judged("returned", "-", ColumnType.BOOLEAN, Code.RETURN_OR_CANCELLATION)
            .canonical("is_return")
            .help("Such a row does not count."),
        judged("cancelled", "-", ColumnType.BOOLEAN, Code.RETURN_OR_CANCELLATION)
            .canonical("is_cancellation")
            .help("Such a row does not count."),
        judged("opt_out", "-", ColumnType.BOOLEAN, Code.BAD_OPT_OUT)
            .canonical("opt_out")
            .help("The person does not want it."));
  }

  private static ColumnSpec judged(String name, String target, ColumnType type, Code code) {
    return ColumnSpec.of(name, target, FieldRule.rejecting(code)).type(type);
  }

  /** In the order of their precedence. */
  private static List<CodeSpec> codes() {
    return List.of(
        row(Code.BAD_OPT_OUT, "opt_out of some row of the order is unreadable."),
        row(Code.OPTED_OUT, "Some row of the order is opted out."),
        row(Code.MISSING_TIMESTAMP, "The row has no time."),
        row(Code.BAD_TIMESTAMP, "The row's time is unreadable."),
        row(Code.EVENT_TOO_OLD, "Older than 14 days."),
        row(Code.EVENT_IN_FUTURE, "Later than now."),
        row(Code.MISSING_IDENTITY, "No e-mail address is left."),
        row(Code.MISSING_ORDER_ID, "Acme needs order ids."),
        row(Code.MISSING_CURRENCY, "No row of the order has a currency."),
        row(Code.BAD_CURRENCY, "No current ISO 4217 code."),
        row(Code.CURRENCY_CONFLICT, "Two currencies in one order."),
        row(Code.RETURN_OR_CANCELLATION, "The row is returned or cancelled."),
        row(Code.BAD_PRICE, "No number of at least zero."),
        row(Code.BAD_QUANTITY, "No number above zero."),
        row(Code.BAD_VALUE, "No number of at least zero."),
        row(Code.MISSING_VALUE, "Neither total nor price and quantity."),
        row(Code.EVENT_TOO_LARGE, "The event is above 8 KiB."),
        row(Code.PLATFORM_REJECTED, "Acme refused this very event."),
        notice(Code.BAD_EMAIL, "Not a plain address; left out."),
        notice(Code.FIELD_DROPPED, "The value does not fit; left out."),
        notice(Code.DATE_ONLY_TIMESTAMP, "A date was read as midnight."),
        notice(Code.ZONE_ASSUMED, "An ambiguous local time was settled."),
        notice(Code.VALUE_PARTIAL, "The value covers the rows that were left."),
        stop(Code.CREDENTIALS_REJECTED, "The token is invalid."));
  }
}
