package dev.footfall.destinations.klaviyo;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.EventNames;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLine;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.PlainCell;
import dev.footfall.core.event.UtcTime;
import dev.footfall.core.event.attribute.AttributeCell;
import dev.footfall.core.event.attribute.IdentityCell.Read;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Sha256;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes an order as an element of a job: its person, its event, and those of its items. */
final class EventJson {
  private static final int SEPARATOR = 0x1F;
  private static final int MOST_PROPERTIES = 400;
  private static final int MOST_ELEMENTS = 4000;

  /** Ten levels of properties, within five of the element. */
  private static final int DEEPEST = 10 + 5;

  private static final int LONGEST_TEXT = 100 << 10;
  private static final byte[] VERSION = Text.utf8("klaviyo-event-v1");
  private static final byte[] BEGIN =
      Text.utf8(
          "\"type\":\"event-bulk-create\",\"attributes\":{\"profile\":{\"data\":"
              + "{\"type\":\"profile\",\"attributes\":");
  private static final byte[] EVENTS = Text.utf8("}},\"events\":{\"data\":");
  private static final byte[] END = Text.utf8("}}");
  private static final byte[] EVENT =
      Text.utf8(
          "\"type\":\"event\",\"attributes\":{\"metric\":{\"data\":{\"type\":\"metric\","
              + "\"attributes\":{\"name\":");
  private static final byte[] TIME = Text.utf8("}}},\"time\":");
  private static final byte[] VALUE = JsonBytes.key("value");
  private static final byte[] CURRENCY = JsonBytes.key("value_currency");
  private static final byte[] UNIQUE_ID = JsonBytes.key("unique_id");
  private static final byte[] BACKFILL = JsonBytes.key("backfill");
  private static final byte[] PROPERTIES = JsonBytes.key("properties");
  private static final byte[] ORDER_ID = JsonBytes.key("OrderId");
  private static final byte[] ITEMS = JsonBytes.key("Items");
  private static final byte[] DISCOUNT_CODE = JsonBytes.key("DiscountCode");
  private static final byte[] DISCOUNT_VALUE = JsonBytes.key("DiscountValue");

  private final KlaviyoSettings.Events settings;
  private final Item item;
  private final List<AttributeCell> attributes;
  private final PlainCell discountCode;
  private final NumberCell discountValue;
  private final EventNames names = new EventNames();
  private final JsonBytes json = new JsonBytes();
  private final JsonBytes first = new JsonBytes();
  private final JsonBytes other = new JsonBytes();
  private final Decimal number = new Decimal();
  private final Map<String, Integer> repeats = new HashMap<>();
  private byte[] bytes = {};
  private int parts;

  EventJson(Binding binding, ZoneId zone, Item item, KlaviyoSettings.Events settings) {
    this.settings = settings;
    this.item = item;
    this.attributes = CustomProperties.cells(binding, zone, Set.of());
    this.discountCode = new PlainCell(binding, "discount_code");
    this.discountValue = new NumberCell(binding, "discount_value");
  }

  byte[] bytes() {
    return bytes;
  }

  /** How many events the element holds. */
  int parts() {
    return parts;
  }

  /** The id of an event without an order: made of what it is. */
  String derivedId(EventFacts facts, Buyer buyer, OrderValue value, OrderLines lines) {
    OrderLine line = lines.line(0);
    ByteBuilder name = names.begin().add(VERSION).add(SEPARATOR).add(Text.utf8(facts.metric()));
    buyer.identityInto(name.add(SEPARATOR));
    UtcTime.write(facts.seconds(), 'T', name.add(SEPARATOR));
    name.add('Z').add(SEPARATOR);
    if (value.isKnown()) {
      digits(value.total(), name);
    }
    name.add(SEPARATOR).add(Text.utf8(value.isKnown() ? facts.currency() : ""));
    name.add(SEPARATOR).add(line.product()).add(SEPARATOR);
    if (line.hasQuantity()) {
      digits(number.set(line.quantity()).strip(), name);
    }
    return names.hex(Sha256.HEX);
  }

  private static void digits(Decimal decimal, ByteBuilder name) {
    name.ensure(decimal.maxWidth());
    name.length(decimal.write(name.bytes(), name.length()));
  }

  /** Writes the element; false when Klaviyo would not take it for its size. */
  boolean write(
      RowGroup group,
      OrderLines lines,
      EventFacts facts,
      String id,
      Buyer buyer,
      OrderValue value,
      MappingSink sink) {
    parts = 1;
    json.clear().beginObject().piece(BEGIN).beginObject();
    buyer.write(group, lines, json, sink);
    json.endObject().piece(EVENTS).beginArray();
    begin(facts.metric(), facts);
    if (value.isKnown()) {
      amount(value.total(), facts.currency());
    }
    identify(id, facts);
    int properties = writeProperties(group, lines, facts, sink);
    json.endObject().endObject().endObject();
    if (settings.sendsItems()) {
      writeItemEvents(group, lines, facts, id);
    }
    json.endArray().piece(END);
    bytes = json.endObject().toBytes();
    item.report(group, lines, sink);
    return fits(properties, lines);
  }

  private boolean fits(int properties, OrderLines lines) {
    if (properties > MOST_PROPERTIES || bytes.length > KlaviyoSpec.EVENT_JOB.eventBytes()) {
      return false;
    }
    if (attributes.isEmpty() && lines.good() < MOST_ELEMENTS && bytes.length < LONGEST_TEXT) {
      return true;
    }
    Shape shape = Shape.of(bytes);
    return shape.depth() <= DEEPEST
        && shape.elements() <= MOST_ELEMENTS
        && shape.text() <= LONGEST_TEXT;
  }

  private void begin(String metric, EventFacts facts) {
    json.beginObject().piece(EVENT).text(metric).piece(TIME);
    json.time(facts.seconds(), 0);
  }

  private void amount(Decimal value, String currency) {
    json.key(VALUE).number(value);
    json.key(CURRENCY).text(currency);
  }

  private void identify(String id, EventFacts facts) {
    json.key(UNIQUE_ID).text(id);
    if (facts.isBackfill()) {
      json.key(BACKFILL).flag(true);
    }
    json.key(PROPERTIES).beginObject();
    if (!facts.orderId().isEmpty()) {
      json.key(ORDER_ID).text(facts.orderId());
    }
  }

  /** Writes the properties into an object that is open; how many there are at most. */
  private int writeProperties(
      RowGroup group, OrderLines lines, EventFacts facts, MappingSink sink) {
    item.writeLists(group, lines, json);
    int before = json.length();
    json.key(ITEMS).beginArray();
    int empty = json.length();
    for (int k = 0; k < lines.good(); k++) {
      if (!item.nameOf(group, lines.row(k)).isEmpty()) {
        json.beginObject();
        item.write(group, lines.row(k), lines.line(k), facts.digits(), json);
        json.endObject();
      }
    }
    if (json.length() == empty) {
      json.backTo(before);
    } else {
      json.endArray();
    }
    writeDiscount(group, lines, sink);
    attributes.forEach(attribute -> writeFirst(attribute, group, lines, sink));
    return attributes.size() + 7;
  }

  private void writeDiscount(RowGroup group, OrderLines lines, MappingSink sink) {
    boolean hasCode = false;
    boolean hasValue = false;
    for (int k = 0; k < lines.good(); k++) {
      Text code = discountCode.read(group, lines.row(k));
      if (!hasCode && !code.isEmpty()) {
        json.key(DISCOUNT_CODE).text(code);
        hasCode = true;
      }
      Read read = discountValue.read(group, lines.row(k));
      if (read == Read.BAD) {
        sink.dropped(lines.row(k), Code.BAD_VALUE, discountValue.label(), "");
      } else if (read == Read.GOOD && !hasValue) {
        json.key(DISCOUNT_VALUE).number(discountValue.value().strip());
        hasValue = true;
      }
    }
  }

  /** The first value of an order's rows; another one is worth a word. */
  private void writeFirst(
      AttributeCell attribute, RowGroup group, OrderLines lines, MappingSink sink) {
    boolean isThere = false;
    for (int k = 0; k < lines.good(); k++) {
      JsonBytes target = isThere ? other.clear() : first.clear();
      if (attribute.value(group, lines.row(k), target, sink) == AttributeCell.Written.WRITTEN) {
        if (!isThere) {
          json.key(attribute.key()).raw(first.toBytes());
          isThere = true;
        } else if (!Arrays.equals(first.toBytes(), other.toBytes())) {
          sink.notice(Code.ORDER_ATTRIBUTE_CONFLICT, attribute.label(), "");
          return;
        }
      }
    }
  }

  private void writeItemEvents(RowGroup group, OrderLines lines, EventFacts facts, String id) {
    repeats.clear();
    for (int k = 0; k < lines.good(); k++) {
      int row = lines.row(k);
      String name = item.nameOf(group, row).decode();
      if (name.isEmpty()) {
        continue;
      }
      int occurrence = repeats.merge(name, 1, Integer::sum);
      begin("Ordered Product", facts);
      if (!facts.currency().isEmpty() && item.readTotal(group, row, lines.line(k))) {
        amount(item.total().round(facts.digits()).strip(), facts.currency());
      }
      identify(id + "_" + name + (occurrence == 1 ? "" : "_" + occurrence), facts);
      item.write(group, row, lines.line(k), facts.digits(), json);
      json.endObject().endObject().endObject();
      parts++;
    }
  }
}
