package dev.footfall.sandbox.tradedesk;

import dev.footfall.sandbox.json.Fault;
import java.util.List;
import java.util.Map;

/** Why The Trade Desk fails an item. */
enum Failure {
  IDENTITY_MISSING("MissingOrInvalidTDIDAndImpressionId"),
  IDENTITY_INVALID("InvalidUserIdTypeOrUserId"),
  TAG("MissingOrInvalidTrackingTagId"),
  MERCHANT("InvalidMerchantId"),
  TIME("InvalidTimestamp"),
  FORM("ItemDeserializationError"),
  CHINA("ChinaPII"),
  UNKNOWN("Unknown");

  private static final List<Failure> ORDER = List.of(values());

  private static final Map<String, Failure> BY_MEMBER =
      Map.ofEntries(
          Map.entry("UID2", IDENTITY_INVALID),
          Map.entry("EUID", IDENTITY_INVALID),
          Map.entry("UID2Token", IDENTITY_INVALID),
          Map.entry("EUIDToken", IDENTITY_INVALID),
          Map.entry("DAID", IDENTITY_INVALID),
          Map.entry("RampID", IDENTITY_INVALID),
          Map.entry("UserIdArray", IDENTITY_INVALID),
          Map.entry("TDID", IDENTITY_MISSING),
          Map.entry("ImpressionId", IDENTITY_MISSING),
          Map.entry("TrackingTagId", TAG),
          Map.entry("TimestampUtc", TIME),
          Map.entry("MerchantId", MERCHANT));

  private final String code;

  Failure(String code) {
    this.code = code;
  }

  /** The platform's word for it. */
  String code() {
    return code;
  }

  /** What a finding carries, so that it can be told apart later. */
  int number() {
    return ORDER.indexOf(this) + 1;
  }

  /** The failure of an item with this fault. */
  static Failure of(Fault fault) {
    return fault.code() > 0
        ? ORDER.get(fault.code() - 1)
        : BY_MEMBER.getOrDefault(member(fault), FORM);
  }

  /** The member of the item that is at fault, empty for the item itself. */
  static String member(Fault fault) {
    int dot = fault.path().indexOf("].");
    String rest = dot < 0 ? "" : fault.path().substring(dot + 2);
    return rest.replaceFirst("[.\\[].*", "");
  }
}
