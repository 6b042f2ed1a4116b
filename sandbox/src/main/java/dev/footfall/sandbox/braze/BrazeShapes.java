package dev.footfall.sandbox.braze;

import static dev.footfall.sandbox.json.Field.optional;
import static dev.footfall.sandbox.json.Field.required;

import dev.footfall.sandbox.json.AnyShape;
import dev.footfall.sandbox.json.ArrayShape;
import dev.footfall.sandbox.json.BatchShape;
import dev.footfall.sandbox.json.BetweenShape;
import dev.footfall.sandbox.json.DecimalShape;
import dev.footfall.sandbox.json.EventsShape;
import dev.footfall.sandbox.json.Field;
import dev.footfall.sandbox.json.FlagShape;
import dev.footfall.sandbox.json.ObjectShape;
import dev.footfall.sandbox.json.OrNullShape;
import dev.footfall.sandbox.json.PathStyle;
import dev.footfall.sandbox.json.Shape;
import dev.footfall.sandbox.json.Texts;
import dev.footfall.sandbox.json.WholeShape;
import java.util.Set;

/**
 * The shapes of a request to {@code /users/track}: three arrays, profiles open to any attribute.
 */
final class BrazeShapes {
  static final int ATTRIBUTES = 0;
  static final int EVENTS = 1;
  static final int PURCHASES = 2;

  static final int EXTERNAL_ID = 0;
  static final int BRAZE_ID = 1;
  static final int ALIAS_NAME = 2;
  static final int ALIAS_LABEL = 3;
  static final int ONLY_EXISTING = 4;
  static final int PRODUCT = 5;
  static final int EVENT_NAME = 6;
  private static final int SLOTS = 7;

  private static final int TEXT = 1000;
  private static final int NAME = 255;
  private static final int ANY_NUMBER = Integer.MAX_VALUE;

  private static final Shape OPEN = Texts.open(TEXT);
  private static final Shape FLAG = new FlagShape();

  private static final Field BY_EXTERNAL_ID = optional("external_id", OPEN).kept(EXTERNAL_ID);
  private static final Field BY_BRAZE_ID = optional("braze_id", OPEN).kept(BRAZE_ID);
  private static final Field BY_ALIAS =
      optional(
          "user_alias",
          ObjectShape.of(
              required("alias_name", OPEN).kept(ALIAS_NAME),
              required("alias_label", OPEN).kept(ALIAS_LABEL)));
  private static final Field UPDATE_ONLY =
      optional("_update_existing_only", FLAG).kept(ONLY_EXISTING);

  private static final ObjectShape PROFILE =
      ObjectShape.of(
              BY_EXTERNAL_ID,
              BY_BRAZE_ID,
              BY_ALIAS,
              UPDATE_ONLY,
              clearable("first_name", OPEN),
              clearable("last_name", OPEN),
              clearable("email", BrazeTexts.EMAIL_ADDRESS),
              clearable("phone", BrazeTexts.PHONE_NUMBER),
              clearable("home_city", OPEN),
              clearable("country", BrazeTexts.COUNTRY),
              clearable("dob", BrazeTexts.BIRTHDATE),
              clearable("gender", Texts.oneOf(Set.of("M", "F", "O", "N", "P"))),
              clearable("language", BrazeTexts.LANGUAGE),
              clearable("time_zone", BrazeTexts.TIME_ZONE),
              clearable("email_subscribe", subscription()),
              clearable("push_subscribe", subscription()),
              clearable("email_open_tracking_disabled", FLAG),
              clearable("email_click_tracking_disabled", FLAG),
              clearable("marked_email_as_spam_at", BrazeTexts.INSTANT),
              clearable("date_of_first_session", BrazeTexts.INSTANT),
              clearable("date_of_last_session", BrazeTexts.INSTANT),
              clearable("current_location", location()),
              clearable("subscription_groups", ArrayShape.some(group(), TEXT)),
              clearable("push_tokens", ArrayShape.some(pushToken(), TEXT)),
              clearable("image_url", Texts.url()),
              optional("facebook", new AnyShape()),
              optional("twitter", new AnyShape()))
          .andOthers(named(new AnyShape()));

  private static final ObjectShape EVENT =
      ObjectShape.of(
          BY_EXTERNAL_ID,
          BY_BRAZE_ID,
          BY_ALIAS,
          UPDATE_ONLY,
          optional("app_id", OPEN),
          required("name", Texts.upTo(NAME)).kept(EVENT_NAME),
          required("time", BrazeTexts.INSTANT),
          optional("properties", ObjectShape.of().andOthers(named(new AnyShape()))));

  private static final ObjectShape PURCHASE =
      ObjectShape.of(
          BY_EXTERNAL_ID,
          BY_BRAZE_ID,
          BY_ALIAS,
          UPDATE_ONLY,
          optional("app_id", OPEN),
          required("product_id", Texts.upTo(NAME)).kept(PRODUCT),
          required("currency", BrazeTexts.CURRENCY),
          required("price", new DecimalShape(true)),
          optional("quantity", new WholeShape(1, 100)),
          required("time", BrazeTexts.INSTANT),
          optional("properties", ObjectShape.of().andOthers(named(new AnyShape(NAME)))));

  static final BatchShape REQUEST =
      new BatchShape(
          ObjectShape.of(
              optional("attributes", new EventsShape(PROFILE, ANY_NUMBER)).kept(ATTRIBUTES),
              optional("events", new EventsShape(EVENT, ANY_NUMBER)).kept(EVENTS),
              optional("purchases", new EventsShape(PURCHASE, ANY_NUMBER)).kept(PURCHASES)),
          3,
          SLOTS,
          PathStyle.BRACKETS);

  private BrazeShapes() {}

  private static Field clearable(String name, Shape shape) {
    return optional(name, new OrNullShape(shape));
  }

  private static ObjectShape.Others named(Shape value) {
    return new ObjectShape.Others(
        name -> !name.isBlank() && name.length() <= NAME && !name.startsWith("$"),
        "must be a name of 1 to 255 characters that does not start with $",
        value);
  }

  private static Shape subscription() {
    return Texts.oneOf(Set.of("opted_in", "unsubscribed", "subscribed"));
  }

  private static Shape location() {
    return ObjectShape.of(
        required("longitude", new BetweenShape(-180, 180)),
        required("latitude", new BetweenShape(-90, 90)));
  }

  private static Shape group() {
    return ObjectShape.of(
        required("subscription_group_id", OPEN),
        required("subscription_state", Texts.oneOf(Set.of("subscribed", "unsubscribed"))));
  }

  private static Shape pushToken() {
    return ObjectShape.of(
        required("app_id", OPEN), required("token", OPEN), optional("device_id", OPEN));
  }
}
