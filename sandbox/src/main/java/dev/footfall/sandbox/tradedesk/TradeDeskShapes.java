package dev.footfall.sandbox.tradedesk;

import static dev.footfall.sandbox.json.Field.optional;
import static dev.footfall.sandbox.json.Field.required;

import dev.footfall.sandbox.json.ArrayShape;
import dev.footfall.sandbox.json.BatchShape;
import dev.footfall.sandbox.json.EventsShape;
import dev.footfall.sandbox.json.ObjectShape;
import dev.footfall.sandbox.json.PathStyle;
import dev.footfall.sandbox.json.Shape;
import dev.footfall.sandbox.json.Texts;
import java.util.Set;

/**
 * The closed shapes of a request to {@code /providerapi/offlineconversion}: all scalars are texts.
 */
final class TradeDeskShapes {
  static final int PROVIDER = 0;
  static final int FORMAT = 1;

  static final int UID2 = 0;
  static final int EUID = 1;
  static final int UID2_TOKEN = 2;
  static final int EUID_TOKEN = 3;
  static final int TDID = 4;
  static final int DAID = 5;
  static final int RAMP_ID = 6;
  static final int IMPRESSION = 7;
  static final int ARRAY = 8;
  static final int TAG = 9;
  static final int TIME = 10;
  static final int ORDER = 11;
  static final int VALUE = 12;
  static final int CURRENCY = 13;
  static final int COUNTRY = 14;
  static final int REGION = 15;
  static final int MERCHANT = 16;
  private static final int SLOTS = 17;

  private static final int TEXT = 1000;
  private static final Shape TEXTS = Texts.upTo(TEXT);
  private static final Shape SHORT = Texts.upTo(64);
  private static final Shape TOKEN = Texts.matching("[A-Za-z0-9+/=_-]{40,2000}", "must be a token");
  private static final Shape RAW_ID =
      Texts.matching(
          "[A-Za-z0-9+/]{43}[A-Za-z0-9+/=]", "must be a raw id of 44 characters in Base64");
  private static final Shape CURRENCY_CODE =
      Texts.matching("[A-Z]{3}", "must be three capital letters");

  private static final Shape LINE_ITEM =
      ObjectShape.of(
          required("item_code", TEXTS),
          optional("name", Texts.upTo(150)),
          optional("cat", TEXTS),
          optional("price", Texts.decimal()),
          optional(
              "qty",
              Texts.matching("[1-9]\\d{0,8}", "must be a whole number from 1, written as text")));

  private static final Shape PRIVACY =
      ObjectShape.of(
          required("privacy_type", TEXTS),
          optional("is_applicable", Texts.oneOf(Set.of("0", "1"))),
          optional("consent_string", Texts.open(10_000)));

  private static final ObjectShape ITEM =
      ObjectShape.of(
          optional("UID2", RAW_ID).kept(UID2),
          optional("EUID", RAW_ID).kept(EUID),
          optional("UID2Token", TOKEN).kept(UID2_TOKEN),
          optional("EUIDToken", TOKEN).kept(EUID_TOKEN),
          optional("TDID", Texts.uuid()).kept(TDID),
          optional("DAID", Texts.uuid()).kept(DAID),
          optional(
                  "RampID",
                  Texts.matching("[A-Za-z0-9_-]{49}|[A-Za-z0-9_-]{70}", "must be a mapped RampID"))
              .kept(RAMP_ID),
          optional("ImpressionId", Texts.uuid()).kept(IMPRESSION),
          optional("UserIdArray", ArrayShape.some(new ArrayShape(Texts.open(TEXT), 2, 2), 20))
              .kept(ARRAY),
          required("TrackingTagId", TEXTS).kept(TAG),
          required(
                  "TimestampUtc",
                  Texts.matching(
                      "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z",
                      "must look like 2026-11-18T15:09:26Z"))
              .kept(TIME),
          optional("OrderId", SHORT).kept(ORDER),
          optional("Value", Texts.decimal()).kept(VALUE),
          optional("ValueCurrency", CURRENCY_CODE).kept(CURRENCY),
          optional("Country", CURRENCY_CODE).kept(COUNTRY),
          optional("Region", TEXTS).kept(REGION),
          optional("City", TEXTS),
          optional("Metro", TEXTS),
          optional("MerchantId", Texts.matching("\\d{1,20}", "must be digits, written as text"))
              .kept(MERCHANT),
          optional(
              "EventName",
              Texts.oneOf(
                  Set.of(
                      "addtocart",
                      "direction",
                      "login",
                      "messagebusiness",
                      "purchase",
                      "searchcategory",
                      "searchitem",
                      "sitevisit",
                      "startcheckout",
                      "viewcart",
                      "viewitem",
                      "wishlistitem"))),
          optional("LineItems", ArrayShape.some(LINE_ITEM, 10_000)),
          optional("PrivacySettings", ArrayShape.some(PRIVACY, 10)),
          optional("TD1", SHORT),
          optional("TD2", SHORT),
          optional("TD3", SHORT),
          optional("TD4", SHORT),
          optional("TD5", SHORT),
          optional("TD6", SHORT),
          optional("TD7", SHORT),
          optional("TD8", SHORT),
          optional("TD9", SHORT),
          optional("TD10", SHORT));

  private static final Shape ORIGIN =
      ObjectShape.of(
          required(
              "Type",
              Texts.oneOf(Set.of("Advertiser", "DataProvider", "Integration", "Onboarder"))),
          required("Id", TEXTS));

  static final BatchShape REQUEST =
      new BatchShape(
          ObjectShape.of(
              required("DataProviderId", TEXTS).kept(PROVIDER),
              optional("Items", new EventsShape(ITEM, 0, Integer.MAX_VALUE)),
              optional(
                      "UserIdArrayMetadataFormat",
                      new ArrayShape(Texts.oneOf(Set.of("type", "id")), 2, 2))
                  .kept(FORMAT),
              optional("DataLoadTraceId", TEXTS),
              optional("DataOrigins", ArrayShape.some(ORIGIN, 10))),
          2,
          SLOTS,
          PathStyle.BRACKETS);

  private TradeDeskShapes() {}
}
