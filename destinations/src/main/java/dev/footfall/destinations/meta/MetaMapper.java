package dev.footfall.destinations.meta;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.CanonicalRow;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.event.EventRows;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.KeyMaterial;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.NumberRules;
import dev.footfall.core.event.OrderColumns;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.PlainCell;
import dev.footfall.core.event.Subjects;
import dev.footfall.core.event.TieBreak;
import dev.footfall.core.event.WordCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Timestamps;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The rows of one order and event name become one Meta event. One thread. */
final class MetaMapper implements EventMapper {
  private static final OrderColumns ORDER =
      new OrderColumns(
          "timestamp",
          "product_id",
          "price",
          "quantity",
          "value",
          List.of("is_return", "is_cancellation"));
  private static final byte[] EVENT_NAME = JsonBytes.key("event_name");
  private static final byte[] EVENT_TIME = JsonBytes.key("event_time");
  private static final byte[] EVENT_ID = JsonBytes.key("event_id");
  private static final byte[] ACTION_SOURCE = JsonBytes.key("action_source");

  private final Binding binding;
  private final MetaWindow window;
  private final PlainCell orderIds;
  private final WordCell<EventName> names;
  private final boolean isNamed;
  private final OrderLines lines;
  private final Subjects subjects;
  private final MetaPrivacy privacy;
  private final MetaSource source;
  private final MetaPerson person;
  private final MetaOrder order;
  private final MetaIdentity identity = new MetaIdentity();
  private final JsonBytes json = new JsonBytes();

  MetaMapper(DestinationSpec spec, MetaSettings settings, RouteContext context, MetaWindow window) {
    this.binding = context.binding();
    this.window = window;
    ZoneId zone = MetaSettings.zone(context.settings(), context.zone());
    this.isNamed = binding.has("event_name");
    this.orderIds = new PlainCell(binding, "order_id");
    this.names = names(settings);
    this.lines =
        new OrderLines(
            binding,
            ORDER,
            NumberRules.BAD,
            TieBreak.byCanonicalJson(new CanonicalRow(binding)),
            new Timestamps(zone));
    this.subjects =
        new Subjects(
            binding,
            spec.column("country").orElseThrow(),
            settings.defaults().region(),
            context.now().atZone(zone).toLocalDate());
    this.privacy = new MetaPrivacy(binding, settings.rules().limitedUse());
    this.source = new MetaSource(binding, spec, settings.defaults().actionSource());
    this.person = new MetaPerson(binding, spec, settings.rules(), subjects);
    this.order = new MetaOrder(binding, spec, settings, subjects);
  }

  private WordCell<EventName> names(MetaSettings settings) {
    EventName.Names known = new EventName.Names(settings.rules().extraEventNames());
    Optional<EventName> fallback = known.find(settings.defaults().eventName());
    return new WordCell<>(binding.index("event_name"), fallback, known::find);
  }

  @Override
  public Membership group(RowBatch batch, int row, ByteBuilder key) {
    if (!orderIds.isBound()) {
      return Membership.ALONE;
    }
    Text id = orderIds.read(batch, row);
    if (id.isEmpty()) {
      return Membership.ALONE;
    }
    key.add(id).add(0);
    if (!isNamed) {
      return Membership.GROUPED;
    }
    Optional<EventName> name = names.read(batch, row);
    if (name.isPresent()) {
      key.add(name.get().bytes());
    } else {
      key.add(1).add(names.text(batch, row));
    }
    return Membership.GROUPED;
  }

  @Override
  public boolean identify(RowGroup group, ByteBuilder material) {
    Text id = orderId(group);
    Optional<EventName> name = name(group);
    if (id.isEmpty() || name.isEmpty()) {
      return false;
    }
    MetaIdentity.orderInto(material, name.get(), id);
    return true;
  }

  private Text orderId(RowGroup group) {
    return orderIds.read(group, 0);
  }

  private Optional<EventName> name(RowGroup group) {
    return names.read(group, 0);
  }

  @Override
  public void map(RowGroup group, MappingSink sink) {
    if (!privacy.readOptOut(group, sink)) {
      return;
    }
    lines.read(group, sink);
    lines.rejectUntimely(sink);
    if (lines.timely() == 0) {
      return;
    }
    Optional<EventName> name = name(group);
    if (name.isEmpty()) {
      sink.rejectAll(Code.BAD_EVENT_NAME, binding.label("event_name"), "");
      return;
    }
    if (name.get().isPurchase()) {
      lines.requireAmounts(group, binding.label("value"));
    }
    if (isSendable(group, name.get(), sink) && lines.keepGood(sink)) {
      build(group, name.get(), sink);
    }
  }

  /** Judges all that concerns the order as a whole; rejects it when it cannot go. */
  private boolean isSendable(RowGroup group, EventName name, MappingSink sink) {
    if (!source.readSource(group, lines, sink)) {
      sink.rejectAll(Code.BAD_ACTION_SOURCE, binding.label("action_source"), "");
      return false;
    }
    long seconds = lines.seconds();
    boolean tooOld = window.isTooOld(seconds, source.source());
    if (tooOld || window.isInFuture(seconds)) {
      Code code = tooOld ? Code.EVENT_TOO_OLD : Code.EVENT_IN_FUTURE;
      sink.rejectAll(code, binding.label("timestamp"), "");
      return false;
    }
    person.read(group, lines, sink);
    if (!person.isIdentified()) {
      sink.rejectAll(Code.MISSING_IDENTITY, "", "");
      return false;
    }
    return source.readRest(group, lines, subjects, sink)
        && source.isComplete(person.hasUserAgent(), sink)
        && order.readCurrency(group, lines, name, sink);
  }

  private void build(RowGroup group, EventName name, MappingSink sink) {
    order.read(group, lines, name, sink);
    privacy.readLimitedUse(group, lines, person.country(), person.state(), sink);
    Text orderId = orderId(group);
    String id = id(name, orderId);
    write(group, name, id, orderId, sink);
    if (json.length() > MetaSpec.LIMITS.eventBytes()) {
      sink.rejectAll(Code.EVENT_TOO_LARGE, "", "");
      return;
    }
    sink.event(event(group, name, id, orderId));
  }

  private String id(EventName name, Text orderId) {
    if (source.eventId().isPresent()) {
      return source.eventId().first();
    }
    return orderId.isEmpty()
        ? identity.ofRow(name, lines, person, order)
        : identity.ofOrder(orderId, name, lines.seconds());
  }

  private void write(RowGroup group, EventName name, String id, Text orderId, MappingSink sink) {
    json.clear().beginObject();
    json.key(EVENT_NAME).plain(name.bytes());
    json.key(EVENT_TIME).number(lines.seconds());
    json.key(EVENT_ID);
    if (source.eventId().isPresent()) {
      json.text(id);
    } else {
      json.plain(identity.digits());
    }
    source.writePages(json);
    json.key(ACTION_SOURCE).text(source.source().word());
    person.write(json);
    order.write(group, lines, name, orderId, json, sink);
    privacy.write(json);
    source.writeRest(json);
    json.endObject();
  }

  private Event event(RowGroup group, EventName name, String id, Text orderId) {
    KeyMaterial keys = identity.keys(name, orderId, id, source.eventId().isPresent());
    long seconds = lines.seconds();
    return new Event(
        json.toBytes(),
        id,
        source.source().word(),
        seconds,
        window.expiresAt(seconds, source.source()),
        new EventRows(lines.goodNumbers(group), orderId.decode()),
        keys);
  }
}
