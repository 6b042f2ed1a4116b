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
import dev.footfall.sandbox.json.WholeShape;
import java.util.Set;

/** The closed shapes of a request to {@code :uploadClickConversions}. */
final class AdsShapes {
  static final int PARTIAL_FAILURE = 0;
  static final int VALIDATE_ONLY = 1;
  static final int HOW_MANY = 2;

  static final int ACTION = 0;
  static final int TIME = 1;
  static final int ORDER = 2;
  static final int GCLID = 3;
  static final int GBRAID = 4;
  static final int WBRAID = 5;
  static final int IDENTIFIERS = 6;
  static final int ENVIRONMENT = 7;
  static final int CURRENCY = 8;
  static final int VALUE = 9;
  private static final int SLOTS = 10;

  static final int MOST = 2000;
  private static final int MOST_IDENTIFIERS = 5;

  private static final Shape IDENTIFIER =
      ObjectShape.of(
              optional("userIdentifierSource", Texts.oneOf(Set.of("FIRST_PARTY", "THIRD_PARTY"))),
              optional("hashedEmail", GoogleTexts.DIGEST),
              optional("hashedPhoneNumber", GoogleTexts.DIGEST))
          .withExactlyOneOf("hashedEmail", "hashedPhoneNumber");

  private static final Shape ITEM =
      ObjectShape.of(
          required("productId", GoogleTexts.TEXT),
          required("quantity", new WholeShape(1, Integer.MAX_VALUE)),
          required("unitPrice", GoogleTexts.NUMBER));

  private static final Shape CART =
      ObjectShape.of(
          optional("merchantId", GoogleTexts.LONG),
          optional("feedCountryCode", Texts.matching("[A-Z]{2}", "must be two capital letters")),
          optional("feedLanguageCode", Texts.matching("[A-Z]{2}", "must be two capital letters")),
          optional("localTransactionCost", GoogleTexts.NUMBER),
          required("items", ArrayShape.some(ITEM, 10_000)));

  private static final ObjectShape CONVERSION =
      GoogleTexts.object(
          GoogleTexts.clicks(GCLID),
          required(
                  "conversionAction",
                  Texts.matching(
                      "customers/\\d{10}/conversionActions/\\d{1,19}",
                      "must be the resource name of a conversion action"))
              .kept(ACTION),
          required(
                  "conversionDateTime",
                  Texts.matching(
                      "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d",
                      "must look like 2026-11-20 18:05:00+00:00"))
              .kept(TIME),
          optional("conversionValue", GoogleTexts.NUMBER).kept(VALUE),
          optional("currencyCode", GoogleTexts.CURRENCY).kept(CURRENCY),
          optional("orderId", GoogleTexts.ORDER).kept(ORDER),
          optional("userIdentifiers", ArrayShape.some(IDENTIFIER, MOST_IDENTIFIERS))
              .kept(IDENTIFIERS),
          optional(
              "consent",
              ObjectShape.of(required("adUserData", Texts.oneOf(Set.of("GRANTED", "DENIED"))))),
          optional("conversionEnvironment", Texts.oneOf(Set.of("APP", "WEB"))).kept(ENVIRONMENT),
          optional("customerType", Texts.oneOf(Set.of("NEW", "RETURNING"))),
          optional("cartData", CART));

  static final BatchShape REQUEST =
      new BatchShape(
          ObjectShape.of(
              required("conversions", new EventsShape(CONVERSION, Integer.MAX_VALUE))
                  .kept(HOW_MANY),
              required("partialFailure", new FlagShape()).kept(PARTIAL_FAILURE),
              optional("validateOnly", new FlagShape()).kept(VALIDATE_ONLY),
              optional("jobId", new WholeShape(1, Integer.MAX_VALUE))),
          3,
          SLOTS,
          PathStyle.BRACKETS);

  private AdsShapes() {}
}
