package dev.footfall.destinations.braze;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.CanonicalRow;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.event.EventRows;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.KeyMaterial;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.RowBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Each row is a purchase. Rows that nothing tells apart come together, so that they can be counted:
 * the first of them is another purchase than the second.
 */
final class PurchaseMapper implements EventMapper {
  private static final byte[] APP = JsonBytes.key("app_id");
  private static final long FUTURE_MILLIS = 3_600_000;

  private final long now;
  private final Purchase purchase;
  private final Properties properties;
  private final CanonicalRow canonical;
  private final Optional<String> appId;
  private final JsonBytes json = new JsonBytes();
  private final ByteBuilder name = new ByteBuilder(256);

  PurchaseMapper(BrazeSettings settings, RouteContext context) {
    this.now = context.now().toEpochMilli();
    this.purchase = new Purchase(settings, context);
    this.properties = new Properties(context);
    this.canonical = new CanonicalRow(context.binding());
    this.appId = settings.purchases().appId();
  }

  @Override
  public Membership group(RowBatch batch, int row, ByteBuilder key) {
    RowGroup alone = new RowGroup();
    alone.add(batch, row);
    if (purchase.read(alone, 0).isPresent()) {
      return Membership.ALONE;
    }
    purchase.name(key);
    return Membership.GROUPED;
  }

  /** Several purchases of a group have several names. */
  @Override
  public boolean identify(RowGroup group, ByteBuilder material) {
    return false;
  }

  @Override
  public void map(RowGroup group, MappingSink sink) {
    List<Integer> good = new ArrayList<>(group.size());
    for (int row = 0; row < group.size(); row++) {
      Optional<Purchase.Fault> fault = purchase.read(group, row);
      if (fault.isPresent()) {
        sink.reject(row, fault.get().code(), fault.get().label(), "");
      } else {
        good.add(row);
      }
    }
    if (good.size() > 1) {
      good.sort((a, b) -> canonical.compare(group, a, b));
    }
    for (int i = 0; i < good.size(); i++) {
      purchase(group, good.get(i), i + 1, sink);
    }
  }

  private void purchase(RowGroup group, int row, int ordinal, MappingSink sink) {
    purchase.read(group, row);
    byte[] more = properties.of(group, row, purchase.orderId(), sink);
    json.clear();
    long left = purchase.units();
    for (int part = 0; part < purchase.parts(); part++) {
      int start = json.length();
      object(Math.min(left, Purchase.UNITS), more);
      left -= Purchase.UNITS;
      if (json.length() - start > BrazeSpec.OBJECT_BYTES) {
        sink.reject(row, Code.EVENT_TOO_LARGE, "", "");
        return;
      }
    }
    notices(row, sink);
    sink.event(event(group.rowNumber(row), ordinal));
  }

  private void object(long units, byte[] more) {
    json.beginObject();
    purchase.write(json, units);
    appId.ifPresent(id -> json.key(APP).text(id));
    if (more.length > 0) {
      json.key(Properties.KEY).raw(more);
    }
    json.endObject();
  }

  private void notices(int row, MappingSink sink) {
    if (purchase.isZoneAssumed()) {
      sink.dropped(row, Code.ZONE_ASSUMED, purchase.timeLabel(), "");
    }
    if (purchase.millis() > now + FUTURE_MILLIS) {
      sink.dropped(row, Code.EVENT_IN_FUTURE, purchase.timeLabel(), "");
    }
  }

  private Event event(long rowNumber, int ordinal) {
    purchase.name(name.clear());
    name.add(0x1F).add((long) ordinal);
    return new Event(
        json.toBytes(),
        "",
        "",
        Math.floorDiv(purchase.millis(), 1000L),
        AttributeMapper.NEVER,
        new EventRows(new long[] {rowNumber}, purchase.orderId()),
        KeyMaterial.of(name.copy()),
        purchase.parts());
  }
}
