package dev.footfall.destinations.google;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Text;
import java.util.List;

/** An order as an event of the Data Manager API. */
final class DataManagerEvent implements EventFormat {
  private static final byte[] TRANSACTION_ID = JsonBytes.key("transactionId");
  private static final byte[] TIMESTAMP = JsonBytes.key("eventTimestamp");
  private static final byte[] SOURCE = JsonBytes.key("eventSource");
  private static final byte[] CURRENCY = JsonBytes.key("currency");
  private static final byte[] VALUE = JsonBytes.key("conversionValue");
  private static final byte[] AD_IDENTIFIERS = JsonBytes.key("adIdentifiers");
  private static final byte[] USER_DATA = JsonBytes.key("userData");
  private static final byte[] USER_IDENTIFIERS = JsonBytes.key("userIdentifiers");
  private static final byte[] EMAIL = JsonBytes.key("emailAddress");
  private static final byte[] PHONE = JsonBytes.key("phoneNumber");
  private static final byte[] ADDRESS = JsonBytes.key("address");
  private static final List<byte[]> ADDRESS_PARTS =
      List.of(
          JsonBytes.key("givenName"),
          JsonBytes.key("familyName"),
          JsonBytes.key("regionCode"),
          JsonBytes.key("postalCode"));
  private static final byte[] CONSENT = JsonBytes.key("consent");
  private static final byte[] AD_USER_DATA = JsonBytes.key("adUserData");
  private static final byte[] AD_PERSONALIZATION = JsonBytes.key("adPersonalization");
  private static final byte[] LOCATION = JsonBytes.key("eventLocation");
  private static final byte[] STORE_ID = JsonBytes.key("storeId");
  private static final byte[] PROPERTIES = JsonBytes.key("userProperties");
  private static final byte[] CUSTOMER_TYPE = JsonBytes.key("customerType");
  private static final byte[] DEVICE = JsonBytes.key("eventDeviceInfo");
  private static final byte[] IP_ADDRESS = JsonBytes.key("ipAddress");
  private static final String IN_STORE = "IN_STORE";

  private final GoogleSettings.EventRules rules;
  private final boolean isStoreSales;
  private final boolean isCanonical;
  private final GoogleFields fields;
  private final Field environment;
  private final Field source;
  private final Field customerType;
  private final Field address;
  private final EventTime time = new EventTime('T', "Z");
  private final JsonBytes json = new JsonBytes();
  private final Text value = new Text();

  DataManagerEvent(Binding binding, DestinationSpec spec, GoogleSettings settings) {
    this.rules = settings.event();
    this.isStoreSales = settings.target().isStoreSales();
    this.isCanonical = binding.vocabulary() == Vocabulary.CANONICAL;
    this.fields = new GoogleFields(binding, spec);
    this.environment = fields.first("conversion_environment");
    this.source = fields.first("event_source");
    this.customerType = fields.first("customer_type");
    this.address = fields.first("user_ip_address");
  }

  @Override
  public int mostIdentifiers() {
    return 10;
  }

  @Override
  public void write(GoogleOrder order, RowGroup group, MappingSink sink) {
    fields.read(group, order.lines(), order.subjects(), sink);
    fields.reportConflicts(sink);
    json.clear().beginObject();
    json.key(TRANSACTION_ID).text(order.orderId(group));
    time.write(order.lines().seconds(), json.key(TIMESTAMP));
    json.key(SOURCE).text(source(order.clicks()));
    if (order.hasCurrency()) {
      json.key(CURRENCY).text(order.currency());
    }
    if (order.amount().isPresent()) {
      json.key(VALUE).number(order.amount().total());
    }
    writePerson(order);
    writeConsent(order.consent());
    writeDetails(order);
    order.writeCart(group, json, sink);
    json.endObject();
  }

  private String source(ClickIds clicks) {
    if (isStoreSales) {
      return IN_STORE;
    }
    if (source.isPresent()) {
      String said = source.first();
      return isCanonical && said.equals(IN_STORE) ? rules.sourceWithoutClick() : said;
    }
    String place = environment.first();
    if (clicks.isGbraid() || place.equals("APP")) {
      return "APP";
    }
    if (place.equals("WEB")) {
      return place;
    }
    return clicks.isPresent() ? rules.sourceOfClicks() : rules.sourceWithoutClick();
  }

  private void writePerson(GoogleOrder order) {
    if (order.clicks().isPresent()) {
      json.key(AD_IDENTIFIERS).beginObject();
      order.clicks().write(json);
      json.endObject();
    }
    GoogleIdentity identity = order.identity();
    if (!identity.isPresent()) {
      return;
    }
    json.key(USER_DATA).beginObject().key(USER_IDENTIFIERS).beginArray();
    boolean hasAddress = identity.isAddressComplete();
    identity.forEach(mostIdentifiers() - (hasAddress ? 1 : 0), value, this::writeIdentifier);
    if (hasAddress) {
      json.beginObject().key(ADDRESS).beginObject();
      for (int i = 0; i < ADDRESS_PARTS.size(); i++) {
        identity.address(i).writeText(json, ADDRESS_PARTS.get(i));
      }
      json.endObject().endObject();
    }
    json.endArray().endObject();
  }

  private void writeIdentifier(Text hash, boolean isEmail) {
    json.beginObject().key(isEmail ? EMAIL : PHONE);
    json.plain(hash.bytes(), hash.start(), hash.end()).endObject();
  }

  private void writeConsent(GoogleConsent consent) {
    boolean isSaid =
        consent.userData() != GoogleConsent.Answer.UNSPECIFIED
            || consent.personalization() != GoogleConsent.Answer.UNSPECIFIED;
    if (isSaid) {
      json.key(CONSENT).beginObject();
      writeAnswer(AD_USER_DATA, consent.userData());
      writeAnswer(AD_PERSONALIZATION, consent.personalization());
      json.endObject();
    }
  }

  private void writeAnswer(byte[] key, GoogleConsent.Answer answer) {
    if (answer != GoogleConsent.Answer.UNSPECIFIED) {
      json.key(key).text("CONSENT_" + answer.name());
    }
  }

  private void writeDetails(GoogleOrder order) {
    if (isStoreSales) {
      writeIn(LOCATION, STORE_ID, order.store());
    }
    writeIn(PROPERTIES, CUSTOMER_TYPE, customerType);
    writeIn(DEVICE, IP_ADDRESS, address);
  }

  private void writeIn(byte[] object, byte[] key, Field field) {
    if (field.isPresent()) {
      json.key(object).beginObject();
      field.writeText(json, key);
      json.endObject();
    }
  }

  @Override
  public byte[] bytes() {
    return json.toBytes();
  }
}
