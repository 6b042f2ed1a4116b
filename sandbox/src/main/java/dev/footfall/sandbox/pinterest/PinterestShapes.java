package dev.footfall.sandbox.pinterest;

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

/** The closed shapes of a request to {@code /ad_accounts/{id}/events} with offline checkouts. */
final class PinterestShapes {
  static final int TIME = 0;
  static final int EVENT_ID = 1;
  static final int USER = 2;
  static final int CURRENCY = 3;
  static final int VALUE = 4;
  private static final int EVENT_SLOTS = 5;

  private static final int MOST_EVENTS = 1000;
  private static final int TEXT = 1000;

  private static final Shape TEXTS = Texts.upTo(TEXT);
  private static final Shape HASHES = ArrayShape.some(Texts.sha256(), 100);

  static final ObjectShape USER_KEYS =
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
          optional("external_id", HASHES),
          optional("hashed_maids", HASHES),
          optional("click_id", TEXTS),
          optional("partner_id", TEXTS),
          optional("client_ip_address", Texts.ip()),
          optional("client_user_agent", TEXTS));

  private static final Shape CONTENT =
      ObjectShape.of(
          optional("id", TEXTS),
          optional("item_name", TEXTS),
          optional("item_category", TEXTS),
          optional("item_brand", TEXTS),
          optional("item_price", Texts.decimal()),
          optional("quantity", WholeShape.from(1)));

  private static final Shape CUSTOM =
      ObjectShape.of(
          optional("currency", Texts.matching("[A-Z]{3}", "must be three capital letters"))
              .kept(CURRENCY),
          optional("value", Texts.decimal()).kept(VALUE),
          optional("num_items", WholeShape.from(1)),
          optional("order_id", TEXTS),
          optional("content_ids", ArrayShape.some(TEXTS, 10_000)),
          optional("contents", ArrayShape.some(CONTENT, 10_000)),
          optional("content_name", TEXTS),
          optional("content_category", TEXTS),
          optional("content_brand", TEXTS),
          optional("opt_out_type", Texts.oneOf(Set.of("LDP"))));

  private static final ObjectShape EVENT =
      ObjectShape.of(
          required("event_name", Texts.oneOf(Set.of("checkout"))),
          required("action_source", Texts.oneOf(Set.of("offline"))),
          required("event_time", WholeShape.unixSeconds()).kept(TIME),
          required("event_id", Texts.orEmpty(TEXT)).kept(EVENT_ID),
          required("user_data", USER_KEYS).kept(USER),
          optional("event_source_url", Texts.url()),
          optional("partner_name", TEXTS),
          optional("opt_out", new FlagShape()),
          optional("custom_data", CUSTOM));

  static final BatchShape REQUEST =
      new BatchShape(
          ObjectShape.of(required("data", new EventsShape(EVENT, MOST_EVENTS))),
          0,
          EVENT_SLOTS,
          PathStyle.BRACKETS);

  private PinterestShapes() {}
}
