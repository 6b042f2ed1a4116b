package dev.footfall.sandbox.google;

import static dev.footfall.sandbox.json.Field.optional;
import static dev.footfall.sandbox.json.Field.required;

import dev.footfall.sandbox.json.ArrayShape;
import dev.footfall.sandbox.json.BatchShape;
import dev.footfall.sandbox.json.EventsShape;
import dev.footfall.sandbox.json.FlagShape;
import dev.footfall.sandbox.json.ObjectShape;
import dev.footfall.sandbox.json.PathStyle;
import dev.footfall.sandbox.json.Shape;
import dev.footfall.sandbox.json.Texts;
import java.util.Set;

/** The closed shapes of a request to {@code /v1/events:ingest}. */
final class DataManagerShapes {
  static final int ENCODING = 0;
  static final int VALIDATE_ONLY = 1;
  static final int CUSTOMER = 2;
  static final int LOGIN = 3;
  static final int ACTION = 4;

  static final int ORDER = 0;
  static final int TIME = 1;
  static final int SOURCE = 2;
  static final int GCLID = 3;
  static final int GBRAID = 4;
  static final int WBRAID = 5;
  static final int IDENTIFIERS = 6;
  static final int STORE = 7;
  static final int CART = 8;
  private static final int SLOTS = 9;

  private static final int MOST = 2000;
  private static final int MOST_IDENTIFIERS = 10;
  private static final Shape CONSENT = Texts.oneOf(Set.of("CONSENT_GRANTED", "CONSENT_DENIED"));

  private static final Shape IDENTIFIER =
      ObjectShape.of(
              optional("emailAddress", GoogleTexts.DIGEST),
              optional("phoneNumber", GoogleTexts.DIGEST),
              optional(
                  "address",
                  ObjectShape.of(
                      required("givenName", GoogleTexts.DIGEST),
                      required("familyName", GoogleTexts.DIGEST),
                      required(
                          "regionCode", Texts.matching("[A-Z]{2}", "must be two capital letters")),
                      required("postalCode", Texts.upTo(20)))))
          .withExactlyOneOf("emailAddress", "phoneNumber", "address");

  private static final Shape ITEM =
      ObjectShape.of(
          required("merchantProductId", GoogleTexts.TEXT),
          required("quantity", GoogleTexts.LONG),
          optional("unitPrice", GoogleTexts.NUMBER));

  private static final Shape CART_DATA =
      ObjectShape.of(
          optional("merchantId", GoogleTexts.LONG),
          optional(
              "merchantFeedLabel",
              Texts.matching("[A-Z0-9_-]{1,20}", "must be a feed label, in capitals")),
          optional(
              "merchantFeedLanguageCode",
              Texts.matching("[a-z]{2}", "must be two lower-case letters")),
          optional("transactionDiscount", GoogleTexts.NUMBER),
          required("items", ArrayShape.some(ITEM, 10_000)));

  private static final ObjectShape EVENT =
      ObjectShape.of(
          optional("transactionId", GoogleTexts.ORDER).kept(ORDER),
          required(
                  "eventTimestamp",
                  Texts.matching(
                      "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)",
                      "must look like 2026-11-20T18:05:00Z"))
              .kept(TIME),
          required(
                  "eventSource",
                  Texts.oneOf(Set.of("WEB", "APP", "IN_STORE", "PHONE", "MESSAGE", "OTHER")))
              .kept(SOURCE),
          optional("currency", GoogleTexts.CURRENCY),
          optional("conversionValue", GoogleTexts.NUMBER),
          optional("adIdentifiers", GoogleTexts.object(GoogleTexts.clicks(GCLID))),
          optional(
              "userData",
              ObjectShape.of(
                  required("userIdentifiers", ArrayShape.some(IDENTIFIER, MOST_IDENTIFIERS))
                      .kept(IDENTIFIERS))),
          optional(
              "consent",
              ObjectShape.of(
                  optional("adUserData", CONSENT), optional("adPersonalization", CONSENT))),
          optional("cartData", CART_DATA).kept(CART),
          optional(
              "userProperties",
              ObjectShape.of(
                  required("customerType", Texts.oneOf(Set.of("NEW", "RETURNING", "REENGAGED"))))),
          optional(
              "eventLocation", ObjectShape.of(required("storeId", GoogleTexts.TEXT).kept(STORE))),
          optional("eventDeviceInfo", ObjectShape.of(required("ipAddress", Texts.ip()))));

  private static final Shape DESTINATION =
      ObjectShape.of(
          optional("reference", GoogleTexts.TEXT),
          required("operatingAccount", account(CUSTOMER)),
          optional("loginAccount", account(LOGIN)),
          required("productDestinationId", GoogleTexts.LONG).kept(ACTION));

  static final BatchShape REQUEST =
      new BatchShape(
          ObjectShape.of(
              required("destinations", ArrayShape.some(DESTINATION, 10)),
              optional("encoding", Texts.oneOf(Set.of("HEX"))).kept(ENCODING),
              optional("validateOnly", new FlagShape()).kept(VALIDATE_ONLY),
              required("events", new EventsShape(EVENT, MOST))),
          5,
          SLOTS,
          PathStyle.BRACKETS);

  private DataManagerShapes() {}

  private static Shape account(int slot) {
    return ObjectShape.of(
        required("accountType", Texts.oneOf(Set.of("GOOGLE_ADS"))),
        required("accountId", GoogleTexts.ACCOUNT).kept(slot));
  }
}
