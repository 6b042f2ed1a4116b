package dev.footfall.sandbox.klaviyo;

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
import dev.footfall.sandbox.json.OneEventShape;
import dev.footfall.sandbox.json.OrNullShape;
import dev.footfall.sandbox.json.PathStyle;
import dev.footfall.sandbox.json.PlainShape;
import dev.footfall.sandbox.json.Shape;
import dev.footfall.sandbox.json.Texts;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** The closed shapes of requests with profiles and events; custom properties are open. */
final class KlaviyoShapes {
  static final int EMAIL = 0;
  static final int PHONE = 1;
  static final int EXTERNAL_ID = 2;
  static final int METRIC = 3;
  static final int TIME = 4;
  static final int VALUE = 5;
  static final int CURRENCY = 6;
  static final int UNIQUE_ID = 7;
  private static final int SLOTS = 8;

  static final int MOST_PROFILES = 10_000;
  static final int MOST_EVENTS = 1_000;
  private static final int TEXT = 100_000;
  private static final int NAME = 255;

  private static final Pattern EMAIL_FORM =
      Pattern.compile(
          "(?=.{1,254}$)(?=[^@]{1,64}@)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
              + "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})");
  private static final Pattern PHONE_FORM = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Pattern TIME_FORM =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

  private static final Shape TEXTS = Texts.open(TEXT);
  private static final Shape OPEN = new AnyShape(TEXT);

  private static final Field[] PROFILE_FIELDS = {
    optional("email", plain(EMAIL_FORM, "Invalid email address")).kept(EMAIL),
    optional("phone_number", plain(PHONE_FORM, "Invalid phone number format (E.164)")).kept(PHONE),
    optional("external_id", Texts.open(NAME)).kept(EXTERNAL_ID),
    optional("first_name", orNull(TEXTS)),
    optional("last_name", orNull(TEXTS)),
    optional("organization", orNull(TEXTS)),
    optional("title", orNull(TEXTS)),
    optional("locale", orNull(TEXTS)),
    optional("image", orNull(Texts.url())),
    optional("location", location()),
    optional("properties", OPEN)
  };

  private static final ObjectShape PROFILE =
      ObjectShape.of(
          required("type", only("profile")),
          required("attributes", ObjectShape.of(PROFILE_FIELDS)),
          optional("meta", patch()));

  private static final Shape EVENT_PROFILE =
      resource(
          ObjectShape.of(
              required("type", only("profile")),
              required("attributes", ObjectShape.of(PROFILE_FIELDS))));

  private static final Shape METRIC_RESOURCE =
      resource(
          ObjectShape.of(
              required("type", only("metric")),
              required(
                  "attributes", ObjectShape.of(required("name", Texts.open(127)).kept(METRIC)))));

  /** {@code POST /api/profile-bulk-import-jobs}. */
  static final BatchShape PROFILES =
      batch(
          resource(
              ObjectShape.of(
                  required("type", only("profile-bulk-import-job")),
                  required(
                      "attributes",
                      ObjectShape.of(
                          required("profiles", resource(new EventsShape(PROFILE, MOST_PROFILES))))),
                  optional(
                      "relationships",
                      ObjectShape.of(required("lists", resource(references("list", 1))))))));

  /** {@code POST /api/event-bulk-create-jobs}. */
  static final BatchShape EVENTS =
      batch(
          resource(
              ObjectShape.of(
                  required("type", only("event-bulk-create-job")),
                  required(
                      "attributes",
                      ObjectShape.of(
                          required(
                              "events-bulk-create",
                              resource(ArrayShape.some(element(), MOST_EVENTS))))))));

  /** {@code POST /api/lists/{id}/relationships/profiles}. */
  static final BatchShape MEMBERS = batch(resource(references("profile", 1000)));

  /** {@code POST /api/lists}. */
  static final BatchShape LIST =
      batch(
          resource(
              ObjectShape.of(
                  required("type", only("list")),
                  required("attributes", ObjectShape.of(required("name", Texts.open(NAME)))))));

  /** {@code POST /api/profile-import}. */
  static final BatchShape ONE_PROFILE = single(PROFILE);

  /** {@code POST /api/events}. */
  static final BatchShape ONE_EVENT = single(event(required("profile", EVENT_PROFILE)));

  private KlaviyoShapes() {}

  private static Shape element() {
    return ObjectShape.of(
        required("type", only("event-bulk-create")),
        required(
            "attributes",
            ObjectShape.of(
                required("profile", EVENT_PROFILE),
                required("events", resource(new EventsShape(event(), MOST_EVENTS))))));
  }

  private static ObjectShape event(Field... more) {
    Field[] fields = {
      required("metric", METRIC_RESOURCE),
      required("time", plain(TIME_FORM, "must look like 2026-07-19T18:22:05Z")).kept(TIME),
      optional("value", new DecimalShape(true)).kept(VALUE),
      optional("value_currency", Texts.matching("[A-Z]{3}", "must be three capital letters"))
          .kept(CURRENCY),
      required("unique_id", TEXTS).kept(UNIQUE_ID),
      required("properties", OPEN),
      optional("backfill", new FlagShape())
    };
    Field[] all = Arrays.copyOf(fields, fields.length + more.length);
    System.arraycopy(more, 0, all, fields.length, more.length);
    return ObjectShape.of(
        required("type", only("event")), required("attributes", ObjectShape.of(all)));
  }

  private static Shape location() {
    return ObjectShape.of(
        optional("address1", orNull(TEXTS)),
        optional("address2", orNull(TEXTS)),
        optional("city", orNull(TEXTS)),
        optional("country", orNull(TEXTS)),
        optional("region", orNull(TEXTS)),
        optional("zip", orNull(TEXTS)),
        optional("latitude", orNull(new BetweenShape(-90, 90))),
        optional("longitude", orNull(new BetweenShape(-180, 180))),
        optional("timezone", orNull(timeZone())),
        optional("ip", orNull(Texts.ip())));
  }

  private static Shape timeZone() {
    Set<String> zones = Set.copyOf(ZoneId.getAvailableZoneIds());
    return new PlainShape(
        "must be an IANA time zone",
        (c, s, n) -> {
          String zone = String.valueOf(c, s, n);
          return (zone.contains("/") || zone.equals("UTC")) && zones.contains(zone);
        });
  }

  private static Shape patch() {
    return ObjectShape.of(
        required(
            "patch_properties",
            ObjectShape.of(required("unset", ArrayShape.some(TEXTS, MOST_PROFILES)))));
  }

  private static Shape references(String type, int most) {
    return ArrayShape.some(
        ObjectShape.of(required("type", only(type)), required("id", Texts.open(NAME))), most);
  }

  private static ObjectShape resource(Shape data) {
    return ObjectShape.of(required("data", data));
  }

  private static BatchShape batch(ObjectShape root) {
    return new BatchShape(root, SLOTS, SLOTS, PathStyle.POINTER);
  }

  /** A body that holds one resource, read as if it were the only event of its request. */
  private static BatchShape single(ObjectShape one) {
    return batch(resource(new OneEventShape(one)));
  }

  private static Shape only(String type) {
    return Texts.oneOf(Set.of(type));
  }

  private static Shape orNull(Shape shape) {
    return new OrNullShape(shape);
  }

  private static Shape plain(Pattern form, String must) {
    return new PlainShape(must, (c, s, n) -> form.matcher(String.valueOf(c, s, n)).matches());
  }
}
