package dev.footfall.sandbox.google;

import dev.footfall.sandbox.json.Fault;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why Google Ads refuses one conversion: its error group, code and field. */
enum AdsError {
  NO_CONVERSION_ACTION_FOUND("conversionUploadError", "conversion_action"),
  INVALID_CONVERSION_ACTION_TYPE("conversionUploadError", "conversion_action"),
  TOO_RECENT_CONVERSION_ACTION("conversionUploadError", "conversion_action"),
  GBRAID_WBRAID_BOTH_SET("conversionUploadError", "gbraid"),
  ONE_PER_CLICK_CONVERSION_ACTION_NOT_PERMITTED_WITH_BRAID("conversionUploadError", "gbraid"),
  EXPIRED_EVENT("conversionUploadError", "conversion_date_time"),
  DUPLICATE_ORDER_ID("conversionUploadError", "order_id"),
  DUPLICATE_CLICK_CONVERSION_IN_REQUEST("conversionUploadError", "gclid"),
  ORDER_ID_ALREADY_IN_USE("conversionUploadError", "order_id"),
  CLICK_CONVERSION_ALREADY_EXISTS("conversionUploadError", "gclid"),
  ORDER_ID_CONTAINS_PII("conversionUploadError", "order_id"),
  INVALID_USER_IDENTIFIER("conversionUploadError", "user_identifiers"),
  UNPARSEABLE_GCLID("conversionUploadError", "gclid"),
  UNPARSEABLE_GBRAID("conversionUploadError", "gbraid"),
  UNPARSEABLE_WBRAID("conversionUploadError", "wbraid"),
  CLICK_NOT_FOUND("conversionUploadError", "gclid"),
  CUSTOMER_NOT_ACCEPTED_CUSTOMER_DATA_TERMS("conversionUploadError", ""),
  CUSTOMER_NOT_ALLOWLISTED_FOR_THIS_FEATURE("notAllowlistedError", "conversion_environment"),
  LATER_THAN_MAXIMUM_DATE("dateError", "conversion_date_time"),
  INVALID_STRING_DATE_TIME_SECONDS_WITH_OFFSET("dateError", "conversion_date_time"),
  UNSUPPORTED("currencyCodeError", "currency_code"),
  TOO_LONG("stringLengthError", "order_id"),
  REQUIRED("fieldError", ""),
  INVALID_VALUE("fieldError", "");

  private static final List<AdsError> ORDER = List.of(values());

  /** Members that are parsed before anything is judged: wrong ones refuse the whole request. */
  private static final Set<String> PARSED =
      Set.of(
          "merchantId",
          "quantity",
          "userIdentifierSource",
          "adUserData",
          "conversionEnvironment",
          "customerType");

  private static final Map<String, AdsError> BY_MEMBER =
      Map.of(
          "conversionDateTime", INVALID_STRING_DATE_TIME_SECONDS_WITH_OFFSET,
          "currencyCode", UNSUPPORTED,
          "orderId", TOO_LONG,
          "conversionAction", NO_CONVERSION_ACTION_FOUND,
          "gclid", UNPARSEABLE_GCLID,
          "gbraid", UNPARSEABLE_GBRAID,
          "wbraid", UNPARSEABLE_WBRAID);

  private final String group;
  private final String field;

  AdsError(String group, String field) {
    this.group = group;
    this.field = field;
  }

  String group() {
    return group;
  }

  /** What a finding carries, so that it can be told apart later. */
  int number() {
    return ORDER.indexOf(this) + 1;
  }

  /** The field below {@code conversions[i]}, in Google's spelling. */
  String field(Fault fault) {
    return field.isEmpty() ? Paths.snake(Paths.last(fault.path())) : field;
  }

  /** Whether a request with this fault is not even read. */
  static boolean refusesAll(Fault fault) {
    return fault.event() == Fault.WHOLE_REQUEST
        || fault.kind() == Fault.Kind.SHAPE
        || (fault.kind() == Fault.Kind.VALUE && PARSED.contains(Paths.last(fault.path())));
  }

  static AdsError of(Fault fault) {
    String member = Paths.last(fault.path());
    if (fault.code() > 0) {
      return ORDER.get(fault.code() - 1);
    } else if (fault.path().contains(".userIdentifiers")) {
      return INVALID_USER_IDENTIFIER;
    } else if (fault.kind() == Fault.Kind.PERSONAL_DATA) {
      return member.equals("orderId") ? ORDER_ID_CONTAINS_PII : INVALID_VALUE;
    } else if (fault.reason().equals("is missing")) {
      return REQUIRED;
    }
    return BY_MEMBER.getOrDefault(member, INVALID_VALUE);
  }
}
