package dev.footfall.sandbox.google;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Fault;
import dev.footfall.sandbox.json.Json;
import java.util.List;
import java.util.Map;

/** Why the Data Manager refuses a request: the reason that goes with a fault. */
enum DataManagerReason {
  NO_IDENTIFIERS_PROVIDED,
  EVENT_TIME_INVALID,
  INVALID_EVENT,
  INVALID_CONVERSION_ACTION_ID,
  INVALID_DESTINATION,
  EVENT_SOURCE_AND_DESTINATION_MISMATCH,
  DESTINATION_ACCOUNT_ENHANCED_CONVERSIONS_TERMS_NOT_SIGNED,
  REQUIRED_FIELD_MISSING,
  INVALID_HEX_ENCODING,
  TOO_MANY_USER_IDENTIFIERS,
  INVALID_CURRENCY_CODE,
  INVALID_MERCHANT_ID,
  INVALID_MERCHANT_FEED_LANGUAGE_CODE,
  INVALID_POSTAL_CODE,
  INVALID_REGION_CODE,
  INVALID_FORMAT,
  INVALID_ENUM_VALUE,
  INVALID_NUMBER_FORMAT,
  FIELD_VALUE_TOO_LONG;

  private static final List<DataManagerReason> ORDER = List.of(values());

  private static final Map<String, DataManagerReason> BY_MEMBER =
      Map.ofEntries(
          Map.entry("emailAddress", INVALID_HEX_ENCODING),
          Map.entry("phoneNumber", INVALID_HEX_ENCODING),
          Map.entry("givenName", INVALID_HEX_ENCODING),
          Map.entry("familyName", INVALID_HEX_ENCODING),
          Map.entry("currency", INVALID_CURRENCY_CODE),
          Map.entry("merchantId", INVALID_MERCHANT_ID),
          Map.entry("merchantFeedLanguageCode", INVALID_MERCHANT_FEED_LANGUAGE_CODE),
          Map.entry("postalCode", INVALID_POSTAL_CODE),
          Map.entry("regionCode", INVALID_REGION_CODE),
          Map.entry("eventSource", INVALID_ENUM_VALUE),
          Map.entry("adUserData", INVALID_ENUM_VALUE),
          Map.entry("adPersonalization", INVALID_ENUM_VALUE),
          Map.entry("customerType", INVALID_ENUM_VALUE),
          Map.entry("encoding", INVALID_ENUM_VALUE),
          Map.entry("accountType", INVALID_ENUM_VALUE),
          Map.entry("quantity", INVALID_NUMBER_FORMAT),
          Map.entry("unitPrice", INVALID_NUMBER_FORMAT),
          Map.entry("conversionValue", INVALID_NUMBER_FORMAT),
          Map.entry("transactionId", FIELD_VALUE_TOO_LONG),
          Map.entry("productDestinationId", INVALID_CONVERSION_ACTION_ID),
          Map.entry("accountId", INVALID_DESTINATION));

  /** What a finding carries, so that it can be told apart later. */
  int number() {
    return ORDER.indexOf(this) + 1;
  }

  static DataManagerReason of(Fault fault) {
    if (fault.code() > 0) {
      return ORDER.get(fault.code() - 1);
    } else if (fault.reason().equals("is missing")) {
      return REQUIRED_FIELD_MISSING;
    } else if (fault.path().endsWith(".userIdentifiers")) {
      return TOO_MANY_USER_IDENTIFIERS;
    } else if (fault.path().endsWith("]") && fault.path().contains(".userIdentifiers[")) {
      return NO_IDENTIFIERS_PROVIDED;
    } else if (fault.kind() == Fault.Kind.PERSONAL_DATA && fault.path().startsWith("events")) {
      return fault.path().contains(".userIdentifiers[") ? INVALID_HEX_ENCODING : INVALID_FORMAT;
    }
    return BY_MEMBER.getOrDefault(Paths.last(fault.path()), INVALID_FORMAT);
  }

  /** The violation as the answer lists it; paths of events have their array's name in front. */
  static ObjectNode violation(Fault fault) {
    String path = Paths.snake(fault.path());
    return Json.object(
        "field", path.startsWith("events[") ? "events." + path : path,
        "description", fault.reason(),
        "reason", of(fault).name());
  }
}
