package dev.footfall.core.destination;

/**
 * The registry of codes: one thing, one code, at every destination.
 *
 * <p>What a code does (reject a row, drop a field, stop a run) is the destination's to say. One
 * list, however long, so that no code is made twice.
 */
public enum Code {
  /** No identity that the platform takes is left. */
  MISSING_IDENTITY(
      "No identity that the platform takes is left",
      "Return a usable e-mail, phone or device id for these rows"),
  /** The customer id is blank. */
  MISSING_EXTERNAL_ID(
      "The customer id is blank", "Return external_id, or switch require_external_id off"),
  /** The identifier is not of the configured kind. */
  BAD_IDENTIFIER("The identifier is not of the configured kind", "Correct the identifier column"),
  /** One row carries identities of two people. */
  IDENTITY_CONFLICT("One row carries identities of two people", "Return one person per row"),
  /** The same person stands in several rows. */
  DUPLICATE_IDENTITY("The same person stands in several rows", "Return one row per person"),
  /** Not an e-mail address. */
  BAD_EMAIL("Not an e-mail address", "Correct the address in the source"),
  /** A hash of another kind than the destination sends. */
  HASH_NOT_CONVERTIBLE(
      "A hash of another kind than the destination sends",
      "Return the plain value, or change the kind of hash"),
  /** Not a phone number. */
  BAD_PHONE("Not a phone number", "Correct the number, or add the country or default_phone_region"),
  /** Not a mobile advertising id. */
  BAD_DEVICE_ID("Not a mobile advertising id", "Return a UUID that is not all zeros"),
  /** Not a UID2. */
  BAD_UID2("Not a UID2", "Return the raw UID2 as issued"),
  /** Not an EUID. */
  BAD_EUID("Not an EUID", "Return the raw EUID as issued"),
  /** Not a RampID. */
  BAD_RAMP_ID("Not a RampID", "Return the id as issued"),
  /** The UID2 operator says that this person opted out. */
  UID2_OPTED_OUT("The UID2 operator says that this person opted out", "Nothing to do"),
  /** The UID2 operator cannot map the identifier. */
  UID2_INVALID_IDENTIFIER(
      "The UID2 operator cannot map the identifier",
      "Correct it, or the hash that the query makes"),
  /** The UID2 operator could not be asked. */
  UID2_UNAVAILABLE("The UID2 operator could not be asked", "Run again"),
  /** Identifiers came hashed, and nobody can see whether in the right way. */
  PREHASHED_INPUT(
      "Identifiers came hashed, and nobody can see whether in the right way",
      "Hash none in the query; Footfall hashes"),
  /** Not a click id of this platform. */
  BAD_CLICK_ID("Not a click id of this platform", "Return the click id as it was captured"),
  /** The platform knows no click behind the event. */
  CLICK_NOT_MATCHED(
      "The platform knows no click behind the event", "Nothing to do: some clicks are never found"),
  /** The click belongs to another account. */
  WRONG_ACCOUNT_FOR_CLICK(
      "The click belongs to another account", "Send it to the account that the click came from"),
  /** Only one click id can go; others were left out. */
  EXTRA_CLICK_ID_DROPPED("Only one click id can go; others were left out", "Nothing to do"),
  /** The person has more identifiers than the platform takes. */
  IDENTIFIERS_TRUNCATED(
      "The person has more identifiers than the platform takes", "Return the best ones first"),
  /** Not a date of birth. */
  BAD_BIRTHDATE("Not a date of birth", "Use YYYY-MM-DD"),
  /** Not a gender that the platform knows. */
  BAD_GENDER("Not a gender that the platform knows", "Use f, m or the platform's other letters"),
  /** Nothing of the city is left after cleaning. */
  BAD_CITY("Nothing of the city is left after cleaning", "Correct the city"),
  /** Not a state that the platform knows. */
  BAD_STATE("Not a state that the platform knows", "Use the two-letter code"),
  /** Not a postal code for this country. */
  BAD_POSTAL_CODE("Not a postal code for this country", "Correct the postal code"),
  /** Not a country. */
  BAD_COUNTRY("Not a country", "Use the two-letter ISO 3166 code"),
  /** A country needs its region beside it. */
  REGION_REQUIRED("A country needs its region beside it", "Return the region as well"),
  /** Not a language code. */
  BAD_LANGUAGE("Not a language code", "Use an ISO 639 code"),
  /** Not a time zone. */
  BAD_TIME_ZONE("Not a time zone", "Use an IANA zone"),
  /** Not a location. */
  BAD_LOCATION("Not a location", "Correct latitude and longitude"),
  /** The column looks like a profile field. */
  LOOKS_LIKE_PROFILE_FIELD("The column looks like a profile field", "Check the column's name"),
  /** An identity column holds the same text in every row. */
  CONSTANT_IDENTITY(
      "An identity column holds the same text in every row",
      "Select the column, not its name in quotes"),
  /** The time is blank. */
  MISSING_TIMESTAMP("The time is blank", "Return a time for every row"),
  /** Not a point in time. */
  BAD_TIMESTAMP("Not a point in time", "Use a timestamp, ISO 8601 or Unix seconds"),
  /** Older than the platform takes. */
  EVENT_TOO_OLD("Older than the platform takes", "Run more often, or narrow the query's window"),
  /** Later than now. */
  EVENT_IN_FUTURE("Later than now", "Check the time zone and the clock of the source"),
  /** A date without time was read as midnight. */
  DATE_ONLY_TIMESTAMP("A date without time was read as midnight", "Return the time as well"),
  /** A local time that occurs twice or never was settled. */
  ZONE_ASSUMED(
      "A local time that occurs twice or never was settled", "Return times with an offset"),
  /** Taken, but late for attribution. */
  LATE_FOR_PLATFORM("Taken, but late for attribution", "Run more often"),
  /** The event name is blank. */
  MISSING_EVENT_NAME("The event name is blank", "Return it, or set a fixed name"),
  /** Not an event name that the platform takes. */
  BAD_EVENT_NAME("Not an event name that the platform takes", "Use one of the listed names"),
  /** The event id is too long or malformed. */
  BAD_EVENT_ID("The event id is too long or malformed", "Shorten it"),
  /** Not an action source that the platform takes. */
  BAD_ACTION_SOURCE(
      "Not an action source that the platform takes", "Use one of the listed sources"),
  /** The store id found its place taken. */
  STORE_ID_DROPPED(
      "The store id found its place taken", "Leave one of the two columns out, or move the store"),
  /** The order id is too long and goes as its hash. */
  ORDER_ID_HASHED("The order id is too long and goes as its hash", "Shorten it"),
  /** No event set is named. */
  MISSING_EVENT_SET_ID("No event set is named", "Set event_set_id, or return the column"),
  /** The event set id is not 1 to 20 digits of text. */
  BAD_EVENT_SET_ID(
      "The event set id is not 1 to 20 digits of text",
      "Return it as text, not as a floating number"),
  /** No tracking tag is named. */
  MISSING_TRACKING_TAG("No tracking tag is named", "Set it, or return the column"),
  /** The order id is blank. */
  MISSING_ORDER_ID("The order id is blank", "Return order_id"),
  /** The store id is blank. */
  MISSING_STORE_ID("The store id is blank", "Return store_id"),
  /** A website event lacks user agent, event id or URL. */
  MISSING_WEBSITE_FIELD("A website event lacks user agent, event id or URL", "Return all three"),
  /** An app event lacks its app columns. */
  MISSING_APP_DATA("An app event lacks its app columns", "Return the app columns"),
  /** A messaging event lacks its channel. */
  MISSING_MESSAGING_CHANNEL("A messaging event lacks its channel", "Return messaging_channel"),
  /** The order id looks like personal data. */
  ORDER_ID_CONTAINS_PII(
      "The order id looks like personal data", "Return an id that is not an e-mail or phone"),
  /** The platform does not take events from this country. */
  COUNTRY_NOT_ALLOWED(
      "The platform does not take events from this country", "Leave these rows out"),
  /** Neither a value nor price and quantity. */
  MISSING_VALUE("Neither a value nor price and quantity", "Return value, or price and quantity"),
  /** The value is not a number of at least zero. */
  BAD_VALUE("The value is not a number of at least zero", "Return a plain decimal number"),
  /** The price is not a number of at least zero. */
  BAD_PRICE("The price is not a number of at least zero", "Return a plain decimal number"),
  /** The currency is blank. */
  MISSING_CURRENCY("The currency is blank", "Return currency, or set a default"),
  /** Not a current ISO 4217 currency. */
  BAD_CURRENCY("Not a current ISO 4217 currency", "Use a code such as USD"),
  /** The platform does not take this currency. */
  UNSUPPORTED_CURRENCY(
      "The platform does not take this currency", "Convert it, or leave these rows out"),
  /** Two currencies in one order. */
  CURRENCY_CONFLICT("Two currencies in one order", "Return one currency per order"),
  /** The event goes without a currency; the account's counts. */
  CURRENCY_ASSUMED(
      "The event goes without a currency; the account's counts",
      "Return currency, or set a default"),
  /** The rows of one order disagree on its value. */
  CONFLICTING_VALUE(
      "The rows of one order disagree on its value", "Return the order's total on every row"),
  /** The quantity is not a number above zero. */
  BAD_QUANTITY(
      "The quantity is not a number above zero", "Return the units bought; leave returns out"),
  /** The product id is blank. */
  MISSING_PRODUCT_ID("The product id is blank", "Return product_id"),
  /** A return, a cancellation or a negative amount. */
  RETURN_OR_CANCELLATION(
      "A return, a cancellation or a negative amount", "Nothing to do: such rows do not count"),
  /** A fractional quantity went as one unit at its full price. */
  FRACTIONAL_QUANTITY("A fractional quantity went as one unit at its full price", "Nothing to do"),
  /** An item has neither id nor name. */
  ITEM_WITHOUT_CODE("An item has neither id nor name", "Return product_id"),
  /** The rows of one order disagree; the first value was taken. */
  ORDER_ATTRIBUTE_CONFLICT(
      "The rows of one order disagree; the first value was taken", "Check the query's joins"),
  /** One order carries several identities of one kind. */
  ORDER_IDENTITY_CONFLICT(
      "One order carries several identities of one kind", "Check the query's joins"),
  /** A part of the order was left out. */
  PARTIAL_ORDER("A part of the order was left out", "See the rejected rows"),
  /** One order has several event ids and became several events. */
  ORDER_SPLIT(
      "One order has several event ids and became several events", "Return one event id per order"),
  /** The order id occurs again. */
  REPEATED_ORDER_ID("The order id occurs again", "Check the query"),
  /** A delivered event has changed since; it is not sent again. */
  CHANGED_AFTER_DELIVERY(
      "A delivered event has changed since; it is not sent again",
      "Correct it on the platform if it matters"),
  /** A delivered line has changed since; it is sent again. */
  RESENT_CHANGED_ROW(
      "A delivered line has changed since; it is sent again",
      "Nothing to do, unless the platform counts both"),
  /** The person does not want it. */
  OPTED_OUT("The person does not want it", "Nothing to do"),
  /** The person was forgotten by 'forget', and the source still has the row. */
  FORGOTTEN_PERSON(
      "The person or the order was forgotten",
      "Remove them from the source, if they must go there too"),
  /** The opt-out flag is unreadable; privacy is never guessed. */
  BAD_OPT_OUT("The opt-out flag is unreadable; privacy is never guessed", "Use true or false"),
  /** The consent is unreadable. */
  BAD_CONSENT("The consent is unreadable", "Use granted or denied"),
  /** A consent was replaced. */
  CONSENT_OVERWRITE("A consent was replaced", "Check the query"),
  /** The event is larger than the platform takes. */
  EVENT_TOO_LARGE(
      "The event is larger than the platform takes", "Shorten its texts, or split the order"),
  /** A text is longer than the platform takes. */
  VALUE_TOO_LONG("A text is longer than the platform takes", "Shorten it"),
  /** The properties are no JSON object. */
  BAD_PROPERTIES("The properties are no JSON object", "Correct the column"),
  /** The value does not fit the platform's rule. */
  FIELD_DROPPED(
      "The value does not fit the platform's rule", "Correct the value, or leave the column out"),
  /** The value was replaced by the default. */
  FIELD_DEFAULTED("The value was replaced by the default", "Correct the value"),
  /** The platform may cut this text. */
  VALUE_MAY_BE_TRUNCATED("The platform may cut this text", "Shorten it"),
  /** The text was cut. */
  VALUE_TRUNCATED("The text was cut", "Shorten it"),
  /** A number went as text. */
  NUMBER_SENT_AS_TEXT("A number went as text", "Nothing to do"),
  /** Some values of a list were left out. */
  ARRAY_TRUNCATED("Some values of a list were left out", "Shorten the list"),
  /** The destination has no use for this column. */
  UNKNOWN_COLUMN("The destination has no use for this column", "Rename it, or leave it out"),
  /** A setting's value is taken, but looks odd. */
  UNUSUAL_SETTING("A setting's value is taken, but looks odd", "Check the setting"),
  /** This column is not used here. */
  COLUMN_IGNORED("This column is not used here", "Leave it out"),
  /** A value was not cleared. */
  CLEAR_SUPPRESSED("A value was not cleared", "Nothing to do"),
  /** This attribute changes in every run. */
  VOLATILE_ATTRIBUTE(
      "This attribute changes in every run", "Leave it out, or return a value that lasts"),
  /** The platform refused events without naming them. */
  UNATTRIBUTED_FAILURES(
      "The platform refused events without naming them", "Check the platform's report"),
  /** Some values come hashed, others plain. */
  HASHED_MIXED("Some values come hashed, others plain", "Hash none in the query; Footfall hashes"),
  /** Not an array of items. */
  BAD_CONTENTS("Not an array of items", "Return an array of rows, or its JSON text"),
  /** Limited data processing without a state. */
  LDP_WITHOUT_STATE("Limited data processing without a state", "Return state for opted-out people"),
  /** Price × quantity looks like revenue × units. */
  SUSPICIOUS_VALUE("Price × quantity looks like revenue × units", "Return value instead of price"),
  /** The value column differs from price × quantity, which counts. */
  VALUE_COLUMN_IGNORED(
      "The value column differs from price × quantity, which counts",
      "Leave value out, or correct it"),
  /** The value covers only a part of the order's rows. */
  VALUE_PARTIAL("The value covers only a part of the order's rows", "See the rejected rows"),
  /** The event goes without a value. */
  NO_VALUE("The event goes without a value", "Return value, or price and quantity"),
  /** The access token could not be renewed; the old one still works. */
  TOKEN_RENEWAL_FAILED(
      "The access token could not be renewed; the old one still works", "Authorise again soon"),
  /** The credential ends soon, and nothing but a person's consent renews it. */
  CREDENTIAL_ENDS_SOON(
      "The credential ends soon, and nothing but a person's consent renews it",
      "Authorise again before that day"),
  /** Test mode is on. */
  TEST_MODE("Test mode is on", "Switch it off for production"),
  /** A file must have another extension. */
  CSV_BAD_EXTENSION("A file must have another extension", "Report it: a fault of ours"),
  /** A file is larger than the platform takes. */
  CSV_TOO_LARGE("A file is larger than the platform takes", "Split the order"),
  /** A file would hold characters that the platform refuses. */
  CSV_ILLEGAL_CHARACTER(
      "A file would hold characters that the platform refuses", "Correct the texts of the row"),
  /** A line of a file would lack a required value. */
  CSV_MISSING_REQUIRED("A line of a file would lack a required value", "Complete the row"),
  /** A line of a file would have a time that the platform cannot read. */
  CSV_BAD_TIMESTAMP(
      "A line of a file would have a time that the platform cannot read", "Correct the time"),
  /** A line of a file would not be read as it should. */
  CSV_BAD_FORMAT("A line of a file would not be read as it should", "Correct the row's texts"),
  /** The platform refused this event. */
  PLATFORM_REJECTED("The platform refused this event", "See the platform's words"),
  /** The platform took the event with a warning. */
  PLATFORM_WARNING("The platform took the event with a warning", "See the platform's words"),
  /** Sent, but the answer was lost. */
  DELIVERY_UNKNOWN(
      "Sent, but the answer was lost",
      "Run again; settle what is left by hand after a look at the platform"),
  /** Retries are used up. */
  DELIVERY_FAILED("Retries are used up", "Run again"),
  /** The run stopped before it. */
  NOT_ATTEMPTED("The run stopped before it", "Run again"),
  /** The platform asks to come back later. */
  RETRY_LATER("The platform asks to come back later", "Run again"),
  /** Taken by the platform; what became of it is not known yet. */
  ACCEPTED("Taken by the platform; what became of it is not known yet", "Nothing to do"),
  /** Delivered by an earlier run. */
  ALREADY_DELIVERED("Delivered by an earlier run", "Nothing to do"),
  /** The same event stands in this run twice. */
  DUPLICATE_EVENT("The same event stands in this run twice", "Nothing to do"),
  /** Taken, but not confirmed event by event. */
  DELIVERED_UNVERIFIED("Taken, but not confirmed event by event", "Nothing to do"),
  /** The query lacks a required column. */
  MISSING_COLUMN("The query lacks a required column", "Add it to the query"),
  /** The query lacks a column that the platform recommends. */
  RECOMMENDED_COLUMN(
      "The query lacks a column that the platform recommends", "Add it where it is known"),
  /** Two columns feed the same field. */
  AMBIGUOUS_COLUMN("Two columns feed the same field", "Keep one of them"),
  /** The query returns an identifier of another kind than the configured one. */
  CONFLICTING_IDENTIFIERS(
      "The query returns an identifier of another kind than the configured one",
      "Leave it out, or change user_identifier"),
  /** The column's name cannot be used. */
  BAD_COLUMN_NAME("The column's name cannot be used", "Rename it"),
  /** The platform refuses the credential. */
  CREDENTIALS_REJECTED("The platform refuses the credential", "Authorise again"),
  /** The SFTP server cannot be reached, or went away. */
  SFTP_UNAVAILABLE("The SFTP server cannot be reached", "Check host and port, or run again later"),
  /** The SFTP server shows another key than the one that it is known by. */
  HOST_KEY_MISMATCH(
      "The SFTP server shows another key than host_public_key",
      "Ask whoever runs the server whether its key was changed before changing the setting"),
  /** Nobody said by which key the SFTP server is known. */
  HOST_KEY_UNKNOWN(
      "Nothing says by which key the SFTP server is known",
      "Compare the key with what whoever runs the server says, then set host_public_key"),
  /** The folder is not on the SFTP server. */
  REMOTE_FOLDER_MISSING(
      "The folder is not on the SFTP server; it is not made", "Check remote_folder"),
  /** The user may not write on the SFTP server. */
  REMOTE_PERMISSION_DENIED(
      "The SFTP server does not let the user write", "Ask whoever runs the server"),
  /** The platform does not know the client that asks for a token. */
  BAD_CLIENT(
      "The platform does not know the client that asks for a token",
      "Check client_id and client_secret"),
  /** The API is not switched on. */
  API_DISABLED("The API is not switched on", "Enable it in the cloud project, then run again"),
  /** The credential has no rights there. */
  PERMISSION_DENIED("The credential has no rights there", "Ask the platform's administrator"),
  /** The account may not send in this mode. */
  MODE_NOT_ALLOWED("The account may not send in this mode", "Choose another mode"),
  /** Terms of the platform are not accepted. */
  TERMS_NOT_ACCEPTED(
      "Terms of the platform are not accepted", "Accept them on the platform, then run again"),
  /** The account has not switched on enhanced conversions. */
  ENHANCED_CONVERSIONS_OFF(
      "The account has not switched on enhanced conversions",
      "Switch them on in the account's goals, then run again"),
  /** The conversion action is missing, or of a kind that takes no such events. */
  BAD_CONVERSION_ACTION(
      "The conversion action is missing, or of a kind that takes no such events",
      "Check the conversion action on the platform"),
  /** The target does not exist or is hidden from the credential. */
  DATASET_NOT_FOUND("The target does not exist or is hidden from the credential", "Check its id"),
  /** The dataset is not consolidated. */
  DATASET_NOT_CONSOLIDATED("The dataset is not consolidated", "Choose a consolidated dataset"),
  /** The API version is retired. */
  API_VERSION_SUNSET("The API version is retired", "Set a newer version"),
  /** The platform holds as many lists as it allows. */
  MAXIMUM_LISTS(
      "The platform holds as many lists as it allows",
      "Delete lists that nobody uses, then run again"),
  /** The revision of the API is retired. */
  REVISION_RETIRED("The revision of the API is retired", "Set api_revision to a newer one"),
  /** The UID2 operator calls the request malformed. */
  UID2_BAD_REQUEST("The UID2 operator calls the request malformed", "Report it: a fault of ours"),
  /** The UID2 operator's answer cannot be trusted. */
  UID2_BAD_RESPONSE(
      "The UID2 operator's answer cannot be trusted", "Check uid2_base_url and uid2_client_secret"),
  /** The machine's clock is wrong. */
  CLOCK_SKEW("The machine's clock is wrong", "Synchronise it, then run again"),
  /** The platform throttles. */
  RATE_LIMITED("The platform throttles", "Run again later"),
  /** The platform cannot be reached. */
  PLATFORM_UNAVAILABLE("The platform cannot be reached", "Run again later"),
  /** A request that cannot be made, or an answer that points at a wrong address. */
  CONFIGURATION_FAULT(
      "The request cannot be made as it is configured, or its answer points at a wrong address",
      "Check base_url, and the credential's fields for line ends and spaces"),
  /** More rows were rejected than tolerated. */
  REJECTION_THRESHOLD("More rows were rejected than tolerated", "See the rejected rows");

  private final String meaning;
  private final String advice;

  Code(String meaning, String advice) {
    this.meaning = meaning;
    this.advice = advice;
  }

  /** What happened, without any value. */
  public String meaning() {
    return meaning;
  }

  /** What the operator can do. */
  public String advice() {
    return advice;
  }
}
