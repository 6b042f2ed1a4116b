package dev.footfall.destinations.google;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.FieldRule;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Text;
import java.util.List;
import java.util.Optional;

/** An order as a click conversion of the Google Ads API. */
final class AdsEvent implements EventFormat {
  private static final byte[] CONVERSION_ACTION = JsonBytes.key("conversionAction");
  private static final byte[] DATE_TIME = JsonBytes.key("conversionDateTime");
  private static final byte[] VALUE = JsonBytes.key("conversionValue");
  private static final byte[] CURRENCY = JsonBytes.key("currencyCode");
  private static final byte[] ORDER_ID = JsonBytes.key("orderId");
  private static final byte[] IDENTIFIERS = JsonBytes.key("userIdentifiers");
  private static final byte[] IDENTIFIER_SOURCE = JsonBytes.key("userIdentifierSource");
  private static final byte[] EMAIL = JsonBytes.key("hashedEmail");
  private static final byte[] PHONE = JsonBytes.key("hashedPhoneNumber");
  private static final byte[] CONSENT = JsonBytes.key("consent");
  private static final byte[] AD_USER_DATA = JsonBytes.key("adUserData");
  private static final byte[] CUSTOMER_TYPE = JsonBytes.key("customerType");

  /** Only some accounts may send it; see {@link AdsAnswers}. */
  static final byte[] ENVIRONMENT = JsonBytes.key("conversionEnvironment");

  private final String action;
  private final Optional<String> identifierSource;
  private final GoogleFields fields;
  private final Optional<Field> environment;
  private final Field customerType;
  private final EventTime time = new EventTime(' ', "+00:00");
  private final JsonBytes json = new JsonBytes();
  private final Text value = new Text();

  AdsEvent(Binding binding, DestinationSpec spec, GoogleSettings settings) {
    GoogleSettings.Target target = settings.target();
    this.action = "customers/" + target.customerId() + "/conversionActions/" + target.action();
    this.identifierSource = settings.event().identifierSource();
    this.fields = new GoogleFields(binding, spec);
    this.environment =
        settings.event().sendsEnvironment()
            ? Optional.of(fields.first("conversion_environment"))
            : Optional.empty();
    ColumnSpec type = spec.column("customer_type").orElseThrow();
    this.customerType =
        fields.added(
            type.rule(
                FieldRule.plain(
                    GoogleWords.oneOf(List.of("NEW", "RETURNING")), Code.FIELD_DROPPED)),
            Field.Gather.FIRST);
  }

  @Override
  public int mostIdentifiers() {
    return 5;
  }

  @Override
  public void write(GoogleOrder order, RowGroup group, MappingSink sink) {
    fields.read(group, order.lines(), order.subjects(), sink);
    fields.reportConflicts(sink);
    json.clear().beginObject();
    order.clicks().write(json);
    json.key(CONVERSION_ACTION).text(action);
    time.write(order.lines().seconds(), json.key(DATE_TIME));
    if (order.amount().isPresent()) {
      json.key(VALUE).number(order.amount().total());
    }
    if (order.amount().isPresent() && order.hasCurrency()) {
      json.key(CURRENCY).text(order.currency());
    }
    json.key(ORDER_ID).text(order.orderId(group));
    writeIdentifiers(order.identity());
    writeConsent(order.consent().userData());
    writeAttributes();
    order.writeCart(group, json, sink);
    json.endObject();
  }

  private void writeIdentifiers(GoogleIdentity identity) {
    if (!identity.isPresent()) {
      return;
    }
    json.key(IDENTIFIERS).beginArray();
    identity.forEach(mostIdentifiers(), value, this::writeIdentifier);
    json.endArray();
  }

  private void writeIdentifier(Text hash, boolean isEmail) {
    json.beginObject();
    if (identifierSource.isPresent()) {
      json.key(IDENTIFIER_SOURCE).text(identifierSource.get());
    }
    json.key(isEmail ? EMAIL : PHONE).plain(hash.bytes(), hash.start(), hash.end()).endObject();
  }

  private void writeConsent(GoogleConsent.Answer answer) {
    if (answer != GoogleConsent.Answer.UNSPECIFIED) {
      json.key(CONSENT).beginObject().key(AD_USER_DATA).text(answer.name()).endObject();
    }
  }

  private void writeAttributes() {
    if (environment.isPresent() && GoogleOrder.isEnvironment(environment.get())) {
      environment.get().writeText(json, ENVIRONMENT);
    }
    customerType.writeText(json, CUSTOMER_TYPE);
  }

  @Override
  public byte[] bytes() {
    return json.toBytes();
  }
}
