package dev.footfall.destinations.snapchat;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.event.EventRows;
import dev.footfall.core.event.KeyMaterial;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.WordCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The rows of one order become one event, or each row a line of a file. One thread. */
final class SnapchatMapper implements EventMapper {
  private static final Set<String> OFFLINE =
      Set.of(
          "offline", "physical_store", "phone_call", "email", "chat", "system_generated", "other");
  private static final Set<String> ONLINE = Set.of("web", "website", "mobile_app", "app");

  private final Binding binding;
  private final SnapchatSettings settings;
  private final long now;
  private final SnapchatOrder order;
  private final EventFormat format;
  private final WordCell<EventName> names;
  private final WordCell<Source> sources;
  private final SnapchatIds ids;

  /** Where an event says that it happened. */
  private enum Source {
    UNSAID,
    OFFLINE,
    ONLINE,
    STRANGE
  }

  /**
   * A mapper.
   *
   * @param order that {@code format} writes
   */
  SnapchatMapper(
      Binding binding,
      SnapchatSettings settings,
      long now,
      SnapchatOrder order,
      EventFormat format) {
    this.binding = binding;
    this.settings = settings;
    this.now = now;
    this.order = order;
    this.format = format;
    this.names =
        new WordCell<>(
            binding.index("event_type"),
            Optional.of(settings.reading().defaultName()),
            text -> EventName.find(text, binding.vocabulary()));
    this.sources =
        new WordCell<>(
            binding.index("action_source"),
            Optional.of(Source.UNSAID),
            text -> Optional.of(source(text.toLowerCase(Locale.ROOT))));
    this.ids = new SnapchatIds(settings.api().pixelId());
  }

  private static Source source(String word) {
    return OFFLINE.contains(word)
        ? Source.OFFLINE
        : ONLINE.contains(word) ? Source.ONLINE : Source.STRANGE;
  }

  @Override
  public Membership group(RowBatch batch, int row, ByteBuilder key) {
    Text id = settings.isByRow() ? new Text() : order.orderIds().read(batch, row);
    if (id.isEmpty()) {
      return Membership.ALONE;
    }
    key.add(id).add(0);
    Optional<EventName> name = names.read(batch, row);
    if (name.isPresent()) {
      key.add(name.get().bytes());
    }
    return Membership.GROUPED;
  }

  @Override
  public boolean identify(RowGroup group, ByteBuilder material) {
    if (settings.isByRow()) {
      return false;
    }
    Text id = order.orderId(group);
    Optional<EventName> name = names.read(group, 0);
    if (id.isEmpty() || name.isEmpty()) {
      return false;
    }
    SnapchatIds.orderInto(name.get(), id, material);
    return true;
  }

  @Override
  public void map(RowGroup group, MappingSink sink) {
    if (!order.privacy().read(group, sink)) {
      return;
    }
    order.readLines(group, sink);
    if (order.lines().timely() == 0) {
      return;
    }
    Optional<EventName> name = names.read(group, 0);
    if (name.isEmpty()) {
      rejected(Code.BAD_EVENT_NAME, "event_type", sink);
      return;
    }
    boolean isNeedy = !settings.isFile() && name.get() == EventName.PURCHASE;
    if (isNeedy) {
      order.amount().require(group);
    }
    if (isSendable(group, isNeedy, sink) && order.lines().keepGood(sink)) {
      build(name.get(), group, sink);
    }
  }

  /** Judges all that concerns the order as a whole; rejects it when it cannot go. */
  private boolean isSendable(RowGroup group, boolean isNeedy, MappingSink sink) {
    if (!isOffline(group, sink)) {
      return false;
    }
    long seconds = order.lines().seconds();
    if (settings.window().isTooOld(seconds, now)) {
      return rejected(Code.EVENT_TOO_OLD, "timestamp", sink);
    }
    if (settings.window().isInFuture(seconds, now)) {
      return rejected(Code.EVENT_IN_FUTURE, "timestamp", sink);
    }
    order.person().read(group, order.lines(), sink);
    if (!order.person().isIdentified()) {
      sink.rejectAll(Code.MISSING_IDENTITY, "", "");
      return false;
    }
    Optional<Code> fault = order.readCurrency(group, isNeedy);
    return fault.isEmpty() || rejected(fault.get(), "currency", sink);
  }

  /** The first judged row that says where it happened speaks for all. */
  private boolean isOffline(RowGroup group, MappingSink sink) {
    Source first = Source.UNSAID;
    boolean disagree = false;
    for (int k = 0; k < order.lines().judged(); k++) {
      Source said = sources.read(group, order.lines().row(k)).orElse(Source.STRANGE);
      disagree |= first != Source.UNSAID && said != Source.UNSAID && said != first;
      first = first == Source.UNSAID ? said : first;
    }
    String label = binding.label("action_source");
    if (disagree) {
      sink.notice(Code.ORDER_ATTRIBUTE_CONFLICT, label, "");
    }
    return switch (first) {
      case UNSAID, OFFLINE -> true;
      case ONLINE -> rejected(Code.BAD_ACTION_SOURCE, "action_source", sink);
      case STRANGE -> {
        sink.notice(Code.FIELD_DEFAULTED, label, "sent as OFFLINE");
        yield true;
      }
    };
  }

  private boolean rejected(Code code, String column, MappingSink sink) {
    sink.rejectAll(code, binding.label(column), "");
    return false;
  }

  private void build(EventName name, RowGroup group, MappingSink sink) {
    order.readAmount(group, sink);
    String id = settings.isByRow() ? "" : id(name, group);
    Optional<Code> fault = format.write(name, id, group, sink);
    if (fault.isPresent()) {
      sink.rejectAll(fault.get(), "", "");
      return;
    }
    if (settings.window().isLate(order.lines().seconds(), now)) {
      sink.notice(Code.LATE_FOR_PLATFORM, binding.label("timestamp"), "");
    }
    sink.event(event(name, id, group));
  }

  private String id(EventName name, RowGroup group) {
    Text given = order.eventId(group);
    if (!given.isEmpty()) {
      return given.decode();
    }
    Text orderId = order.orderId(group);
    return orderId.isEmpty() ? ids.ofRow(name, order) : ids.ofOrder(name, orderId);
  }

  private Event event(EventName name, String id, RowGroup group) {
    OrderLines lines = order.lines();
    long seconds = lines.seconds();
    Text orderId = order.orderId(group);
    Optional<KeyMaterial> own = format.keys();
    return new Event(
        format.bytes(),
        id,
        "",
        seconds,
        settings.window().expiresAt(seconds),
        new EventRows(lines.goodNumbers(group), orderId.decode()),
        own.isPresent() ? own.get() : keys(name, id, group));
  }

  private KeyMaterial keys(EventName name, String id, RowGroup group) {
    Text orderId = order.orderId(group);
    return orderId.isEmpty()
        ? KeyMaterial.of(ids.alone(name, id))
        : ids.order(name, orderId, order.eventId(group));
  }
}
