package dev.footfall.sandbox.meta;

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

/** The closed shapes of a request to {@code /{dataset}/events}. */
final class MetaShapes {
  static final int TEST_CODE = 0;

  static final int EVENT_NAME = 0;
  static final int EVENT_TIME = 1;
  static final int EVENT_ID = 2;
  static final int ACTION_SOURCE = 3;
  static final int SOURCE_URL = 4;
  static final int USER_DATA = 5;
  static final int USER_AGENT = 6;
  static final int VALUE = 7;
  static final int CURRENCY = 8;
  static final int ORDER_ID = 9;
  static final int ITEM_NUMBER = 10;
  static final int APP_DATA = 11;
  static final int CHANNEL = 12;
  static final int LDU_COUNTRY = 13;
  static final int LDU_STATE = 14;
  private static final int EVENT_SLOTS = 15;

  private static final int MOST_EVENTS = 1000;
  private static final int TEXT = 1000;

  private static final Shape TEXTS = Texts.upTo(TEXT);
  private static final Shape NUMBER = new DecimalShape(false);
  private static final Shape HASHES = ArrayShape.some(Texts.sha256(), 10);
  private static final Shape DELIVERY =
      Texts.oneOf(Set.of("in_store", "curbside", "home_delivery"));
  private static final Shape BIT = new WholeShape(0, 1);

  static final ObjectShape USER =
      ObjectShape.of(
          optional("em", HASHES),
          optional("ph", HASHES),
          optional("fn", HASHES),
          optional("ln", HASHES),
          optional("db", HASHES),
          optional("ge", HASHES),
          optional("ct", HASHES),
          optional("st", HASHES),
          optional("zp", HASHES),
          optional("country", HASHES),
          optional("external_id", ArrayShape.some(TEXTS, 10)),
          optional("madid", Texts.uuid()),
          optional("client_ip_address", Texts.ip()),
          optional("client_user_agent", TEXTS).kept(USER_AGENT),
          optional(
              "fbc",
              Texts.matching("fb\\.\\d+\\.\\d+\\..+", "must look like fb.1.<time>.<click id>")),
          optional(
              "fbp",
              Texts.matching("fb\\.\\d+\\.\\d+\\.\\d+", "must look like fb.1.<time>.<number>")),
          optional("lead_id", WholeShape.from(0)),
          optional("fb_login_id", WholeShape.from(0)),
          optional("subscription_id", TEXTS),
          optional("anon_id", TEXTS),
          optional("ctwa_clid", TEXTS),
          optional("page_id", TEXTS));

  private static final Shape CONTENT =
      ObjectShape.of(
          required("id", TEXTS),
          optional("quantity", WholeShape.from(1)),
          optional("item_price", NUMBER),
          optional("delivery_category", DELIVERY));

  private static final Shape STORE =
      ObjectShape.of(
          optional("store_code", Texts.upTo(64)),
          optional("store_page_id", WholeShape.from(0)),
          optional("brand_page_id", WholeShape.from(0)));

  private static final Shape SEGMENT =
      Texts.oneOf(
          Set.of(
              "new_customer_to_business",
              "new_customer_to_business_line",
              "new_customer_to_product_area",
              "new_customer_to_medium",
              "existing_customer_to_business",
              "existing_customer_to_business_line",
              "existing_customer_to_product_area",
              "existing_customer_to_medium",
              "customer_in_loyalty_program"));

  private static final Shape CUSTOM =
      ObjectShape.of(
          optional("currency", Texts.matching("[A-Z]{3}", "must be three capital letters"))
              .kept(CURRENCY),
          optional("value", NUMBER).kept(VALUE),
          optional("order_id", TEXTS).kept(ORDER_ID),
          optional("num_items", WholeShape.from(1)),
          optional("content_type", Texts.oneOf(Set.of("product", "product_group"))),
          optional("contents", ArrayShape.some(CONTENT, 10_000)),
          optional("delivery_category", DELIVERY),
          optional("item_number", TEXTS).kept(ITEM_NUMBER),
          optional("store_data", STORE),
          optional("net_revenue", new DecimalShape(true)),
          optional("predicted_ltv", new DecimalShape(true)),
          optional("customer_segmentation", SEGMENT),
          optional("search_string", TEXTS));

  private static final Shape APP =
      ObjectShape.of(
          required("advertiser_tracking_enabled", BIT),
          required("application_tracking_enabled", BIT),
          required("extinfo", new ArrayShape(Texts.orEmpty(TEXT), 16, 16)));

  private static final ObjectShape EVENT =
      ObjectShape.of(
          required("event_name", Texts.upTo(50)).kept(EVENT_NAME),
          required("event_time", WholeShape.unixSeconds()).kept(EVENT_TIME),
          optional("event_id", TEXTS).kept(EVENT_ID),
          optional("event_source_url", Texts.url()).kept(SOURCE_URL),
          optional("referrer_url", Texts.url()),
          required(
                  "action_source",
                  Texts.oneOf(
                      Set.of(
                          "email",
                          "website",
                          "app",
                          "phone_call",
                          "chat",
                          "physical_store",
                          "system_generated",
                          "business_messaging",
                          "other")))
              .kept(ACTION_SOURCE),
          optional("messaging_channel", Texts.oneOf(Set.of("messenger", "instagram", "whatsapp")))
              .kept(CHANNEL),
          optional("opt_out", new FlagShape()),
          optional("app_data", APP).kept(APP_DATA),
          optional("data_processing_options", new ArrayShape(Texts.oneOf(Set.of("LDU")), 0, 1)),
          optional("data_processing_options_country", BIT).kept(LDU_COUNTRY),
          optional("data_processing_options_state", new WholeShape(0, 1013)).kept(LDU_STATE),
          optional("user_data", USER).kept(USER_DATA),
          optional("custom_data", CUSTOM));

  static final BatchShape REQUEST =
      new BatchShape(
          ObjectShape.of(
              required("data", new EventsShape(EVENT, MOST_EVENTS)),
              optional(
                      "test_event_code",
                      Texts.matching("[A-Za-z0-9_-]{1,64}", "must be a test event code"))
                  .kept(TEST_CODE),
              optional("partner_agent", Texts.upTo(23)),
              optional("upload_tag", Texts.upTo(100)),
              optional("namespace_id", TEXTS),
              optional("upload_id", TEXTS),
              optional("upload_source", TEXTS)),
          1,
          EVENT_SLOTS,
          PathStyle.BRACKETS);

  private MetaShapes() {}
}
