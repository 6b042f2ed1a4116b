package dev.footfall.sandbox.tiktok;

import static dev.footfall.sandbox.json.Field.optional;
import static dev.footfall.sandbox.json.Field.required;

import dev.footfall.sandbox.json.ArrayShape;
import dev.footfall.sandbox.json.BatchShape;
import dev.footfall.sandbox.json.DecimalShape;
import dev.footfall.sandbox.json.EventsShape;
import dev.footfall.sandbox.json.ObjectShape;
import dev.footfall.sandbox.json.OneOrManyShape;
import dev.footfall.sandbox.json.PathStyle;
import dev.footfall.sandbox.json.Shape;
import dev.footfall.sandbox.json.Texts;
import dev.footfall.sandbox.json.WholeShape;
import java.util.Set;

/** The closed shapes of a request to {@code /event/track/} with offline events. */
final class TikTokShapes {
  static final int EVENT_SET = 0;
  static final int TEST_CODE = 1;

  static final int EVENT = 0;
  static final int TIME = 1;
  static final int EVENT_ID = 2;
  static final int USER = 3;
  static final int CURRENCY = 4;
  static final int VALUE = 5;
  private static final int EVENT_SLOTS = 6;

  private static final int MOST_EVENTS = 1000;
  private static final int TEXT = 1000;

  /** The standard events; offline events may have no other name. */
  static final Set<String> EVENTS =
      Set.of(
          "AddPaymentInfo",
          "AddToCart",
          "AddToWishlist",
          "ApplicationApproval",
          "ClickButton",
          "CompletePayment",
          "CompleteRegistration",
          "Contact",
          "CustomizeProduct",
          "Download",
          "FindLocation",
          "InitiateCheckout",
          "Lead",
          "PlaceAnOrder",
          "Purchase",
          "Schedule",
          "Search",
          "StartTrial",
          "SubmitApplication",
          "SubmitForm",
          "Subscribe",
          "ViewContent");

  /** The currencies that the platform lists. */
  static final Set<String> CURRENCIES =
      Set.of(
          ("AED ARS AUD BDT BHD BIF BOB BRL CAD CHF CLP CNY COP CRC CZK DKK DZD EGP EUR GBP GTQ HKD HNL HUF IDR ILS"
                  + " INR ISK JPY KES KHR KRW KWD KZT MAD MOP MXN MYR NGN NIO NOK NZD OMR PEN PHP PKR PLN PYG QAR"
                  + " RON RUB SAR SEK SGD THB TRY TWD UAH USD VES VND ZAR")
              .split(" "));

  private static final Shape TEXTS = Texts.upTo(TEXT);
  private static final Shape NUMBER = new DecimalShape(false);
  private static final Shape HASHES = OneOrManyShape.of(Texts.sha256(), 100);

  static final ObjectShape USER_KEYS =
      ObjectShape.of(
          optional("email", HASHES),
          optional("phone", HASHES),
          optional("external_id", ArrayShape.some(Texts.sha256(), 100)));

  private static final Shape CONTENT =
      ObjectShape.of(
          optional("content_id", TEXTS),
          optional("content_name", TEXTS),
          optional("content_category", TEXTS),
          optional("brand", TEXTS),
          optional("price", NUMBER),
          optional("quantity", WholeShape.from(1)));

  private static final Shape PROPERTIES =
      ObjectShape.of(
          optional("order_id", TEXTS),
          optional("shop_id", TEXTS),
          optional("description", TEXTS),
          optional("currency", Texts.oneOf(CURRENCIES)).kept(CURRENCY),
          optional("value", NUMBER).kept(VALUE),
          optional("num_items", WholeShape.from(1)),
          optional("content_type", Texts.oneOf(Set.of("product", "product_group"))),
          optional("contents", ArrayShape.some(CONTENT, 10_000)));

  private static final ObjectShape ONE =
      ObjectShape.of(
          required("event", Texts.oneOf(EVENTS)).kept(EVENT),
          required("event_time", WholeShape.unixSeconds()).kept(TIME),
          optional("event_id", Texts.upTo(128)).kept(EVENT_ID),
          required("user", USER_KEYS).kept(USER),
          optional("properties", PROPERTIES));

  static final BatchShape REQUEST =
      new BatchShape(
          ObjectShape.of(
              required("event_source", Texts.oneOf(Set.of("offline"))),
              required(
                      "event_source_id",
                      Texts.matching("\\d{1,20}", "must be a string of 1 to 20 digits"))
                  .kept(EVENT_SET),
              required("data", new EventsShape(ONE, MOST_EVENTS)),
              optional(
                  "partner_name",
                  Texts.matching("[A-Za-z0-9 ._-]{1,64}", "must be a partner name")),
              optional("test_event_code", Texts.matching("\\S{1,64}", "must be a test event code"))
                  .kept(TEST_CODE)),
          2,
          EVENT_SLOTS,
          PathStyle.DOTS);

  private TikTokShapes() {}
}
