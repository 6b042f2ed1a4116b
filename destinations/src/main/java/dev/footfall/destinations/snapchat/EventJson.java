package dev.footfall.destinations.snapchat;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;
import java.util.List;
import java.util.Optional;

/** An event of the Conversions API. */
final class EventJson implements EventFormat {
  private static final byte[] EVENT_NAME = JsonBytes.key("event_name");
  private static final byte[] EVENT_TIME = JsonBytes.key("event_time");
  private static final byte[] EVENT_ID = JsonBytes.key("event_id");
  private static final byte[] OFFLINE = Text.utf8("\"action_source\":\"OFFLINE\"");
  private static final byte[] SOURCE_URL = JsonBytes.key("event_source_url");
  private static final byte[] INTEGRATION = JsonBytes.key("integration");
  private static final byte[] CUSTOM_DATA = JsonBytes.key("custom_data");
  private static final byte[] CURRENCY = JsonBytes.key("currency");
  private static final byte[] VALUE = JsonBytes.key("value");
  private static final byte[] NUM_ITEMS = JsonBytes.key("num_items");
  private static final byte[] ORDER_ID = JsonBytes.key("order_id");
  private static final byte[] CATEGORY = JsonBytes.key("content_category");
  private static final byte[] BRANDS = JsonBytes.key("brands");
  private static final byte[] LIFETIME = JsonBytes.key("predicted_ltv");
  private static final List<String> DETAILS =
      List.of("content_name", "search_string", "sign_up_method", "event_tag", "status");

  private final SnapchatOrder order;
  private final SnapchatSettings.Extras extras;
  private final int most;
  private final Attributes details;
  private final Attributes pages;
  private final Field page;
  private final Field categories;
  private final Field brands;
  private final LifetimeValue lifetime;
  private final ByteBuilder joined = new ByteBuilder(64);
  private final Text value = new Text();
  private final Decimal number = new Decimal();
  private final JsonBytes json = new JsonBytes();

  EventJson(
      Binding binding, DestinationSpec spec, SnapchatOrder order, SnapchatSettings.Api settings) {
    this.order = order;
    this.extras = settings.extras();
    this.most = SnapchatDelivery.mostEventBytes(settings);
    this.details = new Attributes(binding, Code.ORDER_ATTRIBUTE_CONFLICT);
    DETAILS.forEach(name -> details.add(spec.column(name).orElseThrow()));
    this.pages = new Attributes(binding, Code.ORDER_ATTRIBUTE_CONFLICT);
    this.page = pages.add(spec.column("event_source_url").orElseThrow());
    this.categories = all(binding, spec, "item_category");
    this.brands = all(binding, spec, "brand");
    this.lifetime = new LifetimeValue(binding);
  }

  private static Field all(Binding binding, DestinationSpec spec, String column) {
    return new Field(binding, spec.column(column).orElseThrow(), Field.Gather.ALL);
  }

  @Override
  public Optional<Code> write(EventName name, String id, RowGroup group, MappingSink sink) {
    read(group, sink);
    json.clear().beginObject();
    json.key(EVENT_NAME).plain(name.bytes());
    json.key(EVENT_TIME).number(order.lines().seconds());
    json.key(EVENT_ID).text(id);
    json.raw(OFFLINE);
    writePage();
    if (extras.integration().isPresent()) {
      json.key(INTEGRATION).text(extras.integration().get());
    }
    order.privacy().write(json);
    order.person().write(json);
    writeCustomData(group, sink);
    json.endObject();
    return json.length() <= most ? Optional.empty() : Optional.of(Code.EVENT_TOO_LARGE);
  }

  private void read(RowGroup group, MappingSink sink) {
    OrderLines lines = order.lines();
    Attributes.Subjects subjects = (row, field) -> order.person().subject(row);
    details.read(group, lines, subjects, sink);
    pages.read(group, lines, subjects, sink);
    readAll(categories, group, sink);
    readAll(brands, group, sink);
  }

  private void readAll(Field field, RowGroup group, MappingSink sink) {
    field.clear();
    for (int k = 0; field.isBound() && k < order.lines().good(); k++) {
      int row = order.lines().row(k);
      field.read(group, row, order.person().subject(row), sink);
    }
  }

  private void writePage() {
    if (page.isPresent()) {
      page.writeText(json, SOURCE_URL);
    } else if (extras.sourceUrl().isPresent()) {
      json.key(SOURCE_URL).text(extras.sourceUrl().get());
    }
  }

  private void writeCustomData(RowGroup group, MappingSink sink) {
    int before = json.length();
    json.key(CUSTOM_DATA).beginObject();
    int empty = json.length();
    String currency = order.currency();
    if (!currency.isEmpty()) {
      json.key(CURRENCY).text(currency);
    }
    if (order.amount().hasTotal()) {
      json.key(VALUE).number(order.amount().total());
    }
    if (order.amount().hasCount()) {
      json.key(NUM_ITEMS).number(order.amount().count());
    }
    Text orderId = order.orderId(group);
    if (!orderId.isEmpty()) {
      json.key(ORDER_ID).text(orderId);
    }
    order.items().write(group, order.digits(), json);
    writeJoined(categories, CATEGORY);
    writeJoined(brands, BRANDS);
    details.write(json);
    if (lifetime.read(group, order.lines(), number, sink)) {
      json.key(LIFETIME).number(number.round(order.digits()));
    }
    if (json.length() == empty) {
      json.backTo(before);
    } else {
      json.endObject();
    }
  }

  private void writeJoined(Field field, byte[] key) {
    if (!field.isPresent()) {
      return;
    }
    joined.clear();
    for (int i = 0; i < field.size(); i++) {
      field.value(i, value);
      if (i > 0) {
        joined.add(',');
      }
      joined.add(value);
    }
    json.key(key).text(joined.bytes(), 0, joined.length());
  }

  @Override
  public byte[] bytes() {
    return json.toBytes();
  }
}
