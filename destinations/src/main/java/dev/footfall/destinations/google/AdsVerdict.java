package dev.footfall.destinations.google;

import static java.util.Map.entry;

import dev.footfall.core.destination.Code;
import java.util.Map;

/**
 * What an error of the Google Ads API leads to.
 *
 * @param code ours, where the kind needs one
 */
record AdsVerdict(Kind kind, Code code) {
  /** What is done about it. */
  enum Kind {
    /** Nothing: Google has the conversion. */
    PRESENT,
    /** The conversion is refused for good. */
    REFUSED,
    /** Hours later it may be taken. */
    LATER,
    /** It is sent again in a request of its own. */
    ALONE,
    /** It is sent again without the field. */
    AMENDED,
    /** The same is sent again. */
    AGAIN,
    /** The same is sent again, slowly. */
    THROTTLED,
    /** Another token is needed. */
    RENEW,
    /** The run stops. */
    STOP
  }

  private static final AdsVerdict PRESENT = new AdsVerdict(Kind.PRESENT, Code.ALREADY_DELIVERED);
  private static final AdsVerdict LATER = new AdsVerdict(Kind.LATER, Code.RETRY_LATER);
  private static final AdsVerdict ALONE = new AdsVerdict(Kind.ALONE, Code.PLATFORM_REJECTED);
  private static final AdsVerdict AGAIN = new AdsVerdict(Kind.AGAIN, Code.PLATFORM_UNAVAILABLE);
  private static final AdsVerdict THROTTLED = new AdsVerdict(Kind.THROTTLED, Code.RATE_LIMITED);
  private static final AdsVerdict RENEW = new AdsVerdict(Kind.RENEW, Code.CREDENTIALS_REJECTED);
  private static final String NOT_LISTED = "CUSTOMER_NOT_ALLOWLISTED_FOR_THIS_FEATURE";

  private static final Map<String, AdsVerdict> BY_VALUE =
      Map.ofEntries(
          entry("ORDER_ID_ALREADY_IN_USE", PRESENT),
          entry("CLICK_CONVERSION_ALREADY_EXISTS", PRESENT),
          entry("DUPLICATE_ORDER_ID", ALONE),
          entry("DUPLICATE_CLICK_CONVERSION_IN_REQUEST", ALONE),
          entry("TOO_RECENT_EVENT", LATER),
          entry("TOO_RECENT_CONVERSION_ACTION", LATER),
          entry("EXPIRED_EVENT", refused(Code.EVENT_TOO_OLD)),
          entry("CONVERSION_PRECEDES_EVENT", refused(Code.BAD_TIMESTAMP)),
          entry("UNPARSEABLE_GCLID", refused(Code.BAD_CLICK_ID)),
          entry("UNPARSEABLE_GBRAID", refused(Code.BAD_CLICK_ID)),
          entry("UNPARSEABLE_WBRAID", refused(Code.BAD_CLICK_ID)),
          entry("GBRAID_WBRAID_BOTH_SET", refused(Code.BAD_CLICK_ID)),
          entry("CLICK_NOT_FOUND", refused(Code.CLICK_NOT_MATCHED)),
          entry("EVENT_NOT_FOUND", refused(Code.CLICK_NOT_MATCHED)),
          entry("INVALID_CUSTOMER_FOR_CLICK", refused(Code.WRONG_ACCOUNT_FOR_CLICK)),
          entry("UNAUTHORIZED_CUSTOMER", refused(Code.WRONG_ACCOUNT_FOR_CLICK)),
          entry(
              "CONVERSION_TRACKING_NOT_ENABLED_AT_IMPRESSION_TIME",
              refused(Code.WRONG_ACCOUNT_FOR_CLICK)),
          entry("INVALID_USER_IDENTIFIER", refused(Code.BAD_IDENTIFIER)),
          entry("UNSUPPORTED_USER_IDENTIFIER", refused(Code.BAD_IDENTIFIER)),
          entry("ORDER_ID_CONTAINS_PII", refused(Code.ORDER_ID_CONTAINS_PII)),
          entry("CONVERSION_NOT_COMPLIANT_WITH_ATT_POLICY", refused(Code.OPTED_OUT)),
          entry(
              "ONE_PER_CLICK_CONVERSION_ACTION_NOT_PERMITTED_WITH_BRAID",
              stop(Code.BAD_CONVERSION_ACTION)),
          entry("NO_CONVERSION_ACTION_FOUND", stop(Code.BAD_CONVERSION_ACTION)),
          entry("INVALID_CONVERSION_ACTION_TYPE", stop(Code.BAD_CONVERSION_ACTION)),
          entry("CUSTOMER_NOT_ACCEPTED_CUSTOMER_DATA_TERMS", stop(Code.TERMS_NOT_ACCEPTED)),
          entry("MISSING_TOS", stop(Code.TERMS_NOT_ACCEPTED)),
          entry(
              "CUSTOMER_NOT_ENABLED_ENHANCED_CONVERSIONS_FOR_LEADS",
              stop(Code.ENHANCED_CONVERSIONS_OFF)),
          entry(
              "CUSTOMER_DATA_POLICY_PROHIBITS_ENHANCED_CONVERSIONS", stop(Code.PERMISSION_DENIED)),
          entry(NOT_LISTED, stop(Code.MODE_NOT_ALLOWED)),
          entry("OAUTH_TOKEN_EXPIRED", RENEW),
          entry("OAUTH_TOKEN_INVALID", RENEW),
          entry("CUSTOMER_NOT_FOUND", stop(Code.PERMISSION_DENIED)),
          entry("CLIENT_CUSTOMER_ID_INVALID", stop(Code.PERMISSION_DENIED)),
          entry("DEVELOPER_TOKEN_INVALID", stop(Code.PERMISSION_DENIED)),
          entry("RESOURCE_TEMPORARILY_EXHAUSTED", THROTTLED),
          entry("RESOURCE_EXHAUSTED", stop(Code.RETRY_LATER)),
          entry("ACCESS_PROHIBITED", stop(Code.PERMISSION_DENIED)),
          entry("TRANSIENT_ERROR", AGAIN),
          entry("DEADLINE_EXCEEDED", AGAIN),
          entry("INTERNAL_ERROR", AGAIN),
          entry("CONCURRENT_MODIFICATION", AGAIN),
          entry("UNSUPPORTED_VERSION", stop(Code.API_VERSION_SUNSET)),
          entry("PARTIAL_FAILURE_MODE_REQUIRED", stop(Code.CONFIGURATION_FAULT)));

  private static AdsVerdict refused(Code code) {
    return new AdsVerdict(Kind.REFUSED, code);
  }

  private static AdsVerdict stop(Code code) {
    return new AdsVerdict(Kind.STOP, code);
  }

  static AdsVerdict of(AdsError error) {
    if (error.value().equals(NOT_LISTED) && error.isAbout("conversion_environment")) {
      return new AdsVerdict(Kind.AMENDED, Code.FIELD_DROPPED);
    }
    AdsVerdict known = BY_VALUE.get(error.value());
    return known != null ? known : byKind(error);
  }

  private static AdsVerdict byKind(AdsError error) {
    String value = error.value();
    if (value.contains("EXTERNALLY_ATTRIBUTED")) {
      return stop(Code.BAD_CONVERSION_ACTION);
    }
    if (value.startsWith("ORGANIZATION_")) {
      return stop(Code.PERMISSION_DENIED);
    }
    return switch (error.group()) {
      case "authenticationError" -> stop(Code.CREDENTIALS_REJECTED);
      case "authorizationError" -> stop(Code.PERMISSION_DENIED);
      case "quotaError" -> stop(Code.RETRY_LATER);
      case "internalError", "databaseError" -> AGAIN;
      case "dateError" -> refused(Code.BAD_TIMESTAMP);
      case "currencyCodeError" -> refused(Code.BAD_CURRENCY);
      default -> refused(Code.PLATFORM_REJECTED);
    };
  }
}
