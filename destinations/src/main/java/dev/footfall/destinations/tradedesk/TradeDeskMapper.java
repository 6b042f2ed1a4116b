package dev.footfall.destinations.tradedesk;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.event.EventRows;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.PlainCell;
import dev.footfall.core.event.WordCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Text;
import java.util.Optional;

/** The rows of one order become one conversion, whose people are still to be looked up. */
final class TradeDeskMapper implements EventMapper {
  private static final byte[] IMPRESSION = JsonBytes.key("ImpressionId");
  private static final byte[] TAG = JsonBytes.key("TrackingTagId");
  private static final byte[] TIME = JsonBytes.key("TimestampUtc");
  private static final byte[] ORDER = JsonBytes.key("OrderId");
  private static final byte[] NAME = JsonBytes.key("EventName");
  private static final int SEPARATOR = 0x1F;

  private final Binding binding;
  private final TradeDeskSettings settings;
  private final long now;
  private final int most;
  private final TradeDeskOrder order;
  private final WordCell<EventName> names;
  private final PlainCell tags;
  private final OrderIds ids;
  private final Text usualTag;
  private final LedgerNames ledger;
  private final JsonBytes json = new JsonBytes();
  private final ByteBuilder scratch = new ByteBuilder(128);

  /**
   * A mapper.
   *
   * @param most bytes that the items of one conversion may have
   */
  TradeDeskMapper(
      DestinationSpec spec, TradeDeskSettings settings, RouteContext context, int most) {
    this.binding = context.binding();
    this.settings = settings;
    this.now = context.now().getEpochSecond();
    this.most = most;
    this.order = new TradeDeskOrder(spec, settings, context);
    this.names =
        new WordCell<>(
            binding.index("eventname"),
            Optional.of(settings.reading().defaultName()),
            text -> EventName.find(text, binding.vocabulary()));
    this.tags = new PlainCell(binding, "tracking_tag_id");
    this.ids = new OrderIds(binding);
    this.usualTag = Text.of(settings.target().tagId().orElse(""));
    this.ledger = new LedgerNames(binding);
  }

  @Override
  public Membership group(RowBatch batch, int row, ByteBuilder key) {
    Text id = ids.read(batch, row);
    if (id.isEmpty()) {
      return Membership.ALONE;
    }
    Optional<EventName> name = names.read(batch, row);
    if (name.isPresent()) {
      key.add(name.get().bytes());
    }
    key.add(SEPARATOR).add(id).add(SEPARATOR);
    Text tag = tags.read(batch, row);
    key.add(tag.isEmpty() ? usualTag : tag);
    return Membership.GROUPED;
  }

  @Override
  public boolean identify(RowGroup group, ByteBuilder material) {
    Text id = ids.read(group, 0);
    Optional<EventName> name = names.read(group, 0);
    Text tag = tag(group);
    if (id.isEmpty() || name.isEmpty() || tag.isEmpty()) {
      return false;
    }
    LedgerNames.orderInto(name.get(), tag, ids.sent(group), material);
    return true;
  }

  private Text tag(RowGroup group) {
    Text tag = tags.read(group, 0);
    return tag.isEmpty() ? usualTag : tag;
  }

  @Override
  public void map(RowGroup group, MappingSink sink) {
    Optional<Code> refusal = order.privacy().refusal(group);
    if (refusal.isPresent()) {
      sink.rejectAll(refusal.get(), order.privacy().label(), "");
      return;
    }
    order.readLines(group, sink);
    OrderLines lines = order.lines();
    if (lines.timely() > 0 && isSendable(group, sink) && lines.keepGood(sink)) {
      build(group, sink);
    }
  }

  /** Judges all that concerns the order as a whole; rejects it when it cannot go. */
  private boolean isSendable(RowGroup group, MappingSink sink) {
    if (names.read(group, 0).isEmpty()) {
      return rejected(Code.BAD_EVENT_NAME, "eventname", sink);
    }
    long seconds = order.lines().seconds();
    if (settings.window().isTooOld(seconds, now)) {
      return rejected(Code.EVENT_TOO_OLD, "timestamp", sink);
    }
    if (settings.window().isInFuture(seconds, now)) {
      return rejected(Code.EVENT_IN_FUTURE, "timestamp", sink);
    }
    order.readPerson(group, sink);
    if (!order.person().isIdentified()) {
      sink.rejectAll(Code.MISSING_IDENTITY, "", "");
      return false;
    }
    if (tag(group).isEmpty()) {
      return rejected(Code.MISSING_TRACKING_TAG, "tracking_tag_id", sink);
    }
    if (!order.place().isAllowed()) {
      return rejected(Code.COUNTRY_NOT_ALLOWED, "country", sink);
    }
    Optional<Code> fault = order.readCurrency(group);
    return fault.isEmpty() || rejected(fault.get(), "valuecurrency", sink);
  }

  private boolean rejected(Code code, String column, MappingSink sink) {
    sink.rejectAll(code, binding.label(column), "");
    return false;
  }

  private void build(RowGroup group, MappingSink sink) {
    order.readRest(group, sink);
    write(group, sink);
    byte[] body = json.toBytes();
    if (body.length > most / 8) { // a few items are far smaller
      Draft draft = Draft.of(body);
      int fitting = draft.fitting(most, settings.people().isArray());
      if (fitting < 0) {
        sink.rejectAll(Code.EVENT_TOO_LARGE, "", "");
        return;
      }
      if (fitting < draft.people().size()) {
        sink.notice(Code.IDENTIFIERS_TRUNCATED, "", "");
        body = draft.withFirst(fitting);
      }
    }
    order.person().report(sink);
    if (settings.window().isLate(order.lines().seconds(), now)) {
      sink.notice(Code.LATE_FOR_PLATFORM, binding.label("timestamp"), "");
    }
    sink.event(event(group, body));
  }

  /** The draft: who, and what all items say alike. */
  private void write(RowGroup group, MappingSink sink) {
    Draft.begin(order.person(), json, scratch);
    order.person().impression().writeText(json, IMPRESSION);
    json.key(TAG).text(tag(group));
    writeTime();
    Text id = ids.sent(group);
    if (!id.isEmpty()) {
      json.key(ORDER).text(id);
      if (ids.isHashed()) {
        sink.notice(Code.ORDER_ID_HASHED, ids.label(), "");
      }
    }
    order.writeValue(json);
    order.place().write(json, sink);
    order.writeMerchant(json, sink);
    json.key(NAME).plain(name(group).bytes());
    order.writeRest(group, json, sink);
    json.endObject();
  }

  /** Milliseconds only where there are some. */
  private void writeTime() {
    long millis = Math.floorDiv(order.lines().micros(), 1000L);
    json.key(TIME);
    if (millis % 1000 == 0) {
      json.time(millis / 1000, 0);
    } else {
      json.time(millis, 3);
    }
  }

  private EventName name(RowGroup group) {
    return names.read(group, 0).orElseThrow();
  }

  private Event event(RowGroup group, byte[] body) {
    OrderLines lines = order.lines();
    String id = ids.sent(group).decode();
    return new Event(
        body,
        id,
        "",
        lines.seconds(),
        settings.window().expiresAt(lines.seconds()),
        new EventRows(lines.goodNumbers(group), ids.read(group, 0).decode()),
        id.isEmpty()
            ? ledger.alone(group, order, name(group), tag(group))
            : ledger.order(name(group), tag(group), ids.sent(group)),
        settings.people().isArray() ? 1 : Math.max(1, order.person().size()));
  }
}
