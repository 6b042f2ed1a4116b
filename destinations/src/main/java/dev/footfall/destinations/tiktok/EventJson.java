package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Text;
import java.util.Optional;

/** An order as an event of the Events API. */
final class EventJson implements EventFormat {
  private static final byte[] EVENT = JsonBytes.key("event");
  private static final byte[] EVENT_TIME = JsonBytes.key("event_time");
  private static final byte[] EVENT_ID = JsonBytes.key("event_id");
  private static final byte[] PROPERTIES = JsonBytes.key("properties");
  private static final byte[] ORDER_ID = JsonBytes.key("order_id");
  private static final byte[] SHOP_ID = JsonBytes.key("shop_id");
  private static final byte[] DESCRIPTION = JsonBytes.key("description");
  private static final byte[] CURRENCY = JsonBytes.key("currency");
  private static final byte[] VALUE = JsonBytes.key("value");

  private final TikTokOrder order;
  private final TikTokBasket basket;
  private final int mostBytes;
  private final JsonBytes json = new JsonBytes();
  private final Text text = new Text();

  /** Events of at most so many bytes. */
  EventJson(Binding binding, TikTokOrder order, int mostBytes) {
    this.order = order;
    this.basket = new TikTokBasket(binding, order, json);
    this.mostBytes = mostBytes;
  }

  @Override
  public Optional<Code> write(EventType type, String id, RowGroup group, MappingSink sink) {
    json.clear().beginObject();
    json.key(EVENT).plain(type.bytes());
    json.key(EVENT_TIME).number(order.lines().seconds());
    json.key(EVENT_ID).text(id);
    order.person().write(json);
    writeProperties(group, sink);
    json.endObject();
    return json.length() > mostBytes ? Optional.of(Code.EVENT_TOO_LARGE) : Optional.empty();
  }

  private void writeProperties(RowGroup group, MappingSink sink) {
    int before = json.length();
    json.key(PROPERTIES).beginObject();
    int empty = json.length();
    order.orderId().writeText(json, ORDER_ID);
    order.shopId().writeText(json, SHOP_ID);
    writeDescription(order.description(), sink);
    if (order.amount().isKnown() || basket.hasPrice(group)) {
      json.key(CURRENCY).text(order.currency().code());
    }
    if (order.amount().isKnown()) {
      json.key(VALUE).number(order.amount().total().strip());
    }
    basket.write(group, sink);
    if (json.length() == empty) {
      json.backTo(before);
    } else {
      json.endObject();
    }
  }

  private void writeDescription(Field field, MappingSink sink) {
    if (field.isPresent()) {
      field.value(0, text);
      if (CutText.cut(text)) {
        sink.notice(Code.VALUE_TRUNCATED, field.label(), "");
      }
      json.key(DESCRIPTION).text(text);
    }
  }

  @Override
  public byte[] bytes() {
    return json.toBytes();
  }
}
