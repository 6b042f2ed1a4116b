package dev.footfall.sandbox.snapchat;

import static dev.footfall.sandbox.json.Field.optional;
import static dev.footfall.sandbox.json.Field.required;

import dev.footfall.sandbox.json.ArrayShape;
import dev.footfall.sandbox.json.BatchShape;
import dev.footfall.sandbox.json.DecimalShape;
import dev.footfall.sandbox.json.EventsShape;
import dev.footfall.sandbox.json.FlagShape;
import dev.footfall.sandbox.json.ObjectShape;
import dev.footfall.sandbox.json.PathStyle;
import dev.footfall.sandbox.json.Shape;
import dev.footfall.sandbox.json.Texts;
import dev.footfall.sandbox.json.WholeShape;
import java.util.Set;

/** The closed shapes of a request to {@code /v3/{pixel}/events} with offline events. */
final class SnapchatShapes {
  static final int NAME = 0;
  static final int TIME = 1;
  static final int EVENT_ID = 2;
  static final int USER = 3;
  static final int VALUE = 4;
  static final int CURRENCY = 5;
  static final int ORDER_ID = 6;
  static final int PROCESSING = 7;
  static final int COUNTRY = 8;
  static final int STATE = 9;
  private static final int EVENT_SLOTS = 10;

  static final String PURCHASE = "PURCHASE";

  static final Set<String> NAMES =
      Set.of(
          PURCHASE,
          "SAVE",
          "START_CHECKOUT",
          "ADD_CART",
          "VIEW_CONTENT",
          "ADD_BILLING",
          "SIGN_UP",
          "SEARCH",
          "PAGE_VIEW",
          "SUBSCRIBE",
          "AD_CLICK",
          "AD_VIEW",
          "COMPLETE_TUTORIAL",
          "LEVEL_COMPLETE",
          "INVITE",
          "LOGIN",
          "SHARE",
          "RESERVE",
          "ACHIEVEMENT_UNLOCKED",
          "ADD_TO_WISHLIST",
          "SPENT_CREDITS",
          "RATE",
          "START_TRIAL",
          "LIST_VIEW",
          "APP_INSTALL",
          "APP_OPEN",
          "CUSTOM_EVENT_1",
          "CUSTOM_EVENT_2",
          "CUSTOM_EVENT_3",
          "CUSTOM_EVENT_4",
          "CUSTOM_EVENT_5");

  static final Set<String> CURRENCIES =
      Set.of(
          ("AED ALL AUD BGN BHD BRL CAD CHF CLP CNY COP CZK DKK DZD EGP EUR GBP GHS GIP HKD HRK HUF"
                  + " IDR ILS INR IQD ISK JOD JPY KES KRW KWD KZT LBP MAD MXN MYR NGN NOK NZD OMR PEN"
                  + " PHP PKR PLN QAR RON RUB SAR SEK SGD THB TRY TWD TZS UAH USD VND XOF ZAR")
              .split(" "));

  private static final int MOST_EVENTS = 2000;
  private static final int TEXT = 2000;
  private static final int ITEMS = 10_000;

  private static final Shape TEXTS = Texts.upTo(TEXT);
  private static final Shape HASH = Texts.sha256OfSomething();
  private static final Shape HASHES = ArrayShape.some(HASH, 100);

  static final ObjectShape USER_KEYS =
      ObjectShape.of(
          optional("em", HASHES),
          optional("ph", HASHES),
          optional("fn", HASHES),
          optional("ln", HASHES),
          optional("ge", HASHES),
          optional("ct", HASHES),
          optional("st", HASHES),
          optional("zp", HASHES),
          optional("country", HASHES),
          optional("db", HASH),
          optional("external_id", HASH),
          optional("madid", Texts.uuid()),
          optional("idfv", Texts.uuid()),
          optional("client_ip_address", Texts.ip()),
          optional("client_user_agent", TEXTS),
          optional("sc_click_id", TEXTS),
          optional("sc_cookie1", TEXTS),
          optional("lead_id", TEXTS),
          optional("subscription_id", TEXTS));

  private static final Shape CONTENT =
      ObjectShape.of(
          optional("id", TEXTS),
          optional("quantity", Texts.matching("[1-9]\\d{0,8}", "must be a whole number as text")),
          optional("item_price", Texts.decimal()),
          optional("brand", TEXTS),
          optional("delivery_category", TEXTS));

  private static final Shape CUSTOM =
      ObjectShape.of(
          optional("currency", Texts.oneOf(CURRENCIES)).kept(CURRENCY),
          optional("value", new DecimalShape(false)).kept(VALUE),
          optional("num_items", WholeShape.from(0)),
          optional("order_id", TEXTS).kept(ORDER_ID),
          optional("content_ids", ArrayShape.some(TEXTS, ITEMS)),
          optional("contents", ArrayShape.some(CONTENT, ITEMS)),
          optional("content_category", TEXTS),
          optional("content_name", TEXTS),
          optional("brands", TEXTS),
          optional("search_string", TEXTS),
          optional("sign_up_method", TEXTS),
          optional("event_tag", TEXTS),
          optional("status", TEXTS),
          optional("predicted_ltv", new DecimalShape(false)));

  private static final ObjectShape EVENT_KEYS =
      ObjectShape.of(
          required("event_name", Texts.oneOf(NAMES)).kept(NAME),
          required("event_time", WholeShape.unixSeconds()).kept(TIME),
          required("event_id", TEXTS).kept(EVENT_ID),
          required("action_source", Texts.oneOf(Set.of("OFFLINE"))),
          required("user_data", USER_KEYS).kept(USER),
          optional("custom_data", CUSTOM),
          optional("event_source_url", Texts.url()),
          optional("integration", TEXTS),
          optional("opt_out", new FlagShape()),
          optional("data_processing_options", ArrayShape.some(Texts.oneOf(Set.of("LDU", "LMU")), 2))
              .kept(PROCESSING),
          optional("data_processing_options_country", new WholeShape(0, 1)).kept(COUNTRY),
          optional("data_processing_options_state", new WholeShape(0, 1000)).kept(STATE));

  static final BatchShape REQUEST =
      new BatchShape(
          ObjectShape.of(
              required("data", new EventsShape(EVENT_KEYS, MOST_EVENTS)),
              optional("test_event_code", TEXTS)),
          0,
          EVENT_SLOTS,
          PathStyle.BRACKETS);

  private SnapchatShapes() {}
}
