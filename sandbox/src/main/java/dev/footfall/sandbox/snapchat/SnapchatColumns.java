package dev.footfall.sandbox.snapchat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The headers that the upload file may use, and what stands under each. */
enum SnapchatColumns {
  EVENT_TYPE(Form.NAME, "event_type", "event_name"),
  TIME(Form.TIME, "timestamp", "event_time", "order_datetime"),
  EMAIL(Form.DIGEST, "email", "em", "hashed_email"),
  PHONE(Form.DIGEST, "phone", "ph", "phone_number", "hashed_phone_number"),
  MADID(Form.UUID, "madid", "mobile_ad_id", "maid", "idfa", "aaid", "gaid"),
  IDFV(Form.UUID, "idfv"),
  EXTERNAL_ID(Form.DIGEST, "external_id", "extern_id", "customer_id"),
  FIRST_NAME(Form.DIGEST, "first_name", "fn", "given_name"),
  LAST_NAME(Form.DIGEST, "last_name", "ln", "surname"),
  GENDER(Form.DIGEST, "gender", "ge", "gen"),
  BIRTHDATE(Form.DIGEST, "birthdate", "db", "dob", "date_of_birth", "birth"),
  CITY(Form.DIGEST, "city", "ct"),
  STATE(Form.DIGEST, "state", "st", "region", "province"),
  ZIP(Form.DIGEST, "zip", "zp", "postal", "postal_code", "zipcode"),
  COUNTRY(Form.DIGEST, "country", "country_code"),
  IP(Form.ADDRESS, "ip_address", "client_ip_address"),
  AGENT(Form.ADDRESS, "user_agent", "client_user_agent"),
  PRICE(Form.DECIMAL, "price", "value"),
  ITEM_PRICE(Form.DECIMAL, "item_price"),
  LIFETIME(Form.DECIMAL, "predicted_ltv"),
  CURRENCY(Form.CURRENCY, "currency"),
  NUMBER_ITEMS(Form.COUNT, "number_items", "num_items"),
  QUANTITY(Form.COUNT, "quantity", "item_quantity");

  /** How the values of a column are written. */
  enum Form {
    NAME,
    TIME,
    DIGEST,
    UUID,
    ADDRESS,
    DECIMAL,
    CURRENCY,
    COUNT
  }

  private static final Map<String, SnapchatColumns> BY_HEADER = new HashMap<>();

  static {
    for (SnapchatColumns column : values()) {
      for (String header : column.headers.split(",", -1)) {
        BY_HEADER.put(header, column);
      }
    }
  }

  private final Form form;
  private final String headers;

  SnapchatColumns(Form form, String... headers) {
    this.form = form;
    this.headers = String.join(",", headers);
  }

  Form form() {
    return form;
  }

  /** What a header stands for, whatever its case; nothing for a column of the brand's own. */
  static Optional<SnapchatColumns> under(String header) {
    return Optional.ofNullable(BY_HEADER.get(header.strip().toLowerCase(Locale.ROOT)));
  }
}
