package dev.footfall.destinations.pinterest;

import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Text;

/** An event of the Conversions API. Its schema is closed: nothing else may be added. */
final class EventJson implements EventFormat {
  private static final byte[] CHECKOUT =
      Text.utf8("\"event_name\":\"checkout\",\"action_source\":\"offline\"");
  private static final byte[] EVENT_TIME = JsonBytes.key("event_time");
  private static final byte[] EVENT_ID = JsonBytes.key("event_id");
  private static final byte[] PARTNER_NAME = JsonBytes.key("partner_name");
  private static final byte[] CUSTOM_DATA = JsonBytes.key("custom_data");
  private static final byte[] CURRENCY = JsonBytes.key("currency");
  private static final byte[] VALUE = JsonBytes.key("value");
  private static final byte[] NUM_ITEMS = JsonBytes.key("num_items");
  private static final byte[] ORDER_ID = JsonBytes.key("order_id");

  private final byte[] partnerName;
  private final int most;
  private final JsonBytes json = new JsonBytes();

  EventJson(PinterestSettings.Api api) {
    this.partnerName = Text.utf8(api.partnerName().orElse(""));
    this.most = PinterestDelivery.mostEventBytes(api);
  }

  @Override
  public boolean write(PinterestOrder order, String id, RowGroup group) {
    json.clear().beginObject().raw(CHECKOUT);
    json.key(EVENT_TIME).number(order.lines().seconds());
    json.key(EVENT_ID).text(id);
    order.writePages(json);
    if (partnerName.length > 0) {
      json.key(PARTNER_NAME).plain(partnerName);
    }
    order.privacy().writeOptOut(json);
    order.person().write(json);
    writeCustomData(order, group);
    json.endObject();
    return json.length() <= most;
  }

  private void writeCustomData(PinterestOrder order, RowGroup group) {
    json.key(CUSTOM_DATA).beginObject();
    json.key(CURRENCY).text(order.currency());
    json.key(VALUE).numberText(order.amount().total());
    if (order.amount().hasCount()) {
      json.key(NUM_ITEMS).number(order.amount().count());
    }
    Text orderId = order.orderId(group);
    if (!orderId.isEmpty()) {
      json.key(ORDER_ID).text(orderId);
    }
    order.writeItems(json);
    order.writeDetails(json);
    order.privacy().writeType(json);
    json.endObject();
  }

  @Override
  public byte[] bytes() {
    return json.toBytes();
  }
}
