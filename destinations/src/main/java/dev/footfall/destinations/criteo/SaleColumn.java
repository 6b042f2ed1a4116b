package dev.footfall.destinations.criteo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The cells of a line, in Criteo's order. */
enum SaleColumn {
  USER_KEY_1,
  USER_KEY_TYPE_1,
  USER_KEY_2,
  USER_KEY_TYPE_2,
  EVENT_ID,
  EVENT_TIME,
  CONTENT_IDS,
  PRODUCT_VALUE,
  PRODUCT_QUANTITY,
  STORE_ID,
  CURRENCY;

  static final List<SaleColumn> ALL = List.of(values());

  static List<String> headers() {
    return Arrays.stream(values()).map(SaleColumn::header).toList();
  }

  String header() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isNumber() {
    return this == PRODUCT_VALUE || this == PRODUCT_QUANTITY;
  }
}
