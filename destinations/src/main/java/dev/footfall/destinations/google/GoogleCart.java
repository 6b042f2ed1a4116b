package dev.footfall.destinations.google;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLine;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.PlainCell;
import dev.footfall.core.event.Subjects;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;
import java.util.Locale;
import java.util.Optional;

/** What was bought: {@code cartData}. Reused from order to order by one thread. */
final class GoogleCart {
  private static final int PRICE_DIGITS = 6;
  private static final byte[] CART_DATA = JsonBytes.key("cartData");
  private static final byte[] MERCHANT_ID = JsonBytes.key("merchantId");
  private static final byte[] ITEMS = JsonBytes.key("items");
  private static final byte[] QUANTITY = JsonBytes.key("quantity");
  private static final byte[] UNIT_PRICE = JsonBytes.key("unitPrice");

  private final Keys keys;
  private final boolean isSent;
  private final Optional<String> merchant;
  private final GoogleFields fields;
  private final Field merchantId;
  private final Field country;
  private final Field language;
  private final Field discount;
  private final PlainCell products;
  private final String quantityLabel;
  private final Decimal number = new Decimal();
  private final Text value = new Text();

  /**
   * How an API names and writes things.
   *
   * @param hasTextQuantity whether quantities are 64-bit numbers, which JSON has as texts
   */
  @SuppressWarnings("ArrayRecordComponent") // prepared once, never compared
  record Keys(
      byte[] country, byte[] language, byte[] discount, byte[] product, boolean hasTextQuantity) {
    static final Keys DATA_MANAGER =
        of(
            "merchantFeedLabel",
            "merchantFeedLanguageCode",
            "transactionDiscount",
            "merchantProductId",
            true);
    static final Keys ADS =
        of("feedCountryCode", "feedLanguageCode", "localTransactionCost", "productId", false);

    private static Keys of(
        String country, String language, String discount, String product, boolean hasTextQuantity) {
      return new Keys(
          JsonBytes.key(country),
          JsonBytes.key(language),
          JsonBytes.key(discount),
          JsonBytes.key(product),
          hasTextQuantity);
    }
  }

  GoogleCart(Binding binding, DestinationSpec spec, GoogleSettings settings) {
    this.keys = settings.isAds() ? Keys.ADS : Keys.DATA_MANAGER;
    this.isSent = settings.event().sendsCart() && binding.has("product_id");
    this.merchant = settings.event().merchantCenterId();
    GoogleFields read = new GoogleFields(binding, spec);
    GoogleFields unread = new GoogleFields(binding, spec);
    GoogleFields attributes = isSent ? read : unread;
    this.merchantId = (merchant.isEmpty() ? attributes : unread).first("merchant_id");
    this.country = attributes.first("feed_country_code");
    this.language = attributes.first("feed_language_code");
    this.discount = attributes.first("local_transaction_cost");
    this.fields = read;
    this.products = new PlainCell(binding, "product_id");
    this.quantityLabel = binding.label("quantity");
  }

  /** Writes the cart of the good rows, unless nothing in it is an item. */
  void write(
      RowGroup group, OrderLines lines, Subjects subjects, JsonBytes json, MappingSink sink) {
    if (!isSent) {
      return;
    }
    fields.read(group, lines, subjects, sink);
    int before = json.length();
    json.key(CART_DATA).beginObject();
    writeAttributes(json);
    json.key(ITEMS).beginArray();
    int empty = json.length();
    for (int k = 0; k < lines.good(); k++) {
      writeItem(products.read(group, lines.row(k)), lines.line(k), json, sink);
    }
    if (json.length() == empty) {
      json.backTo(before);
    } else {
      json.endArray().endObject();
      fields.reportConflicts(sink);
    }
  }

  private void writeAttributes(JsonBytes json) {
    if (merchant.isPresent()) {
      json.key(MERCHANT_ID).text(merchant.get());
    }
    merchantId.writeText(json, MERCHANT_ID);
    country.writeText(json, keys.country);
    if (language.isPresent()) {
      String code = language.first();
      json.key(keys.language).text(keys.hasTextQuantity ? code : code.toUpperCase(Locale.ROOT));
    }
    if (discount.isPresent()) {
      discount.value(0, value);
      json.key(keys.discount).raw(value.copy());
    }
  }

  private void writeItem(Text product, OrderLine line, JsonBytes json, MappingSink sink) {
    if (product.isEmpty() || !line.isComputable()) {
      return;
    }
    boolean isFraction = !line.quantity().isWhole();
    number.set(isFraction ? number.set(1, 0) : line.quantity()).strip();
    if (!number.fitsLong() || number.longValue() > Integer.MAX_VALUE) {
      sink.notice(Code.FIELD_DROPPED, quantityLabel, "an item of more units than Google takes");
      return;
    }
    long units = number.longValue();
    json.beginObject().key(keys.product).text(product);
    json.key(QUANTITY);
    if (keys.hasTextQuantity) {
      json.numberText(number);
    } else {
      json.number(units);
    }
    number.set(line.price());
    if (isFraction) {
      number.multiply(line.quantity());
      sink.notice(Code.FRACTIONAL_QUANTITY, quantityLabel, "");
    }
    json.key(UNIT_PRICE).number(number.round(PRICE_DIGITS).strip()).endObject();
  }
}
