package dev.footfall.destinations.tiktok;

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
import java.util.Optional;

/** The rows of one order become one TikTok event, or lines of a file. One thread. */
final class TikTokMapper implements EventMapper {
  private static final int LONGEST_ID = 128;

  private final Binding binding;
  private final TikTokSettings settings;
  private final long now;
  private final EventTypes known;
  private final WordCell<EventType> types;
  private final EventSets sets;
  private final TikTokNames names;
  private final TikTokRefusals refusals;
  private final OrderLines lines;
  private final TikTokOrder order;
  private final LoneRow lone;
  private final SplitOrders splits;
  private final IgnoredColumns ignored;
  private final EventFormat format;
  private final ByteBuilder material = new ByteBuilder(256);

  TikTokMapper(TikTokParts parts) {
    this.binding = parts.binding();
    this.settings = parts.settings();
    this.now = parts.now().getEpochSecond();
    this.known = parts.eventTypes();
    this.types = parts.eventTypeCell(known);
    this.sets = new EventSets(binding, settings);
    this.names = new TikTokNames(binding, sets, types);
    this.refusals = new TikTokRefusals(binding);
    this.lines = parts.lines();
    this.order = parts.order(lines);
    this.lone = parts.loneRow(sets, types);
    this.splits = new SplitOrders(binding);
    this.ignored = new IgnoredColumns(binding);
    this.format = parts.format(order);
  }

  @Override
  public Membership group(RowBatch batch, int row, ByteBuilder key) {
    Optional<Membership> byId = names.group(batch, row, key);
    return byId.isPresent() ? byId.get() : lone.group(batch, row, key);
  }

  @Override
  public boolean identify(RowGroup group, ByteBuilder target) {
    Optional<EventType> type = types.read(group, 0);
    return type.isPresent() && names.identify(type.get(), group, target);
  }

  @Override
  public void map(RowGroup group, MappingSink sink) {
    if (refusals.isOptedOut(group, sink)) {
      return;
    }
    lines.read(group, sink);
    lines.rejectUntimely(sink);
    if (lines.timely() == 0) {
      return;
    }
    Optional<EventType> type = types.read(group, 0);
    if (type.isEmpty()) {
      refuseName(group, sink);
    } else if (isSendable(group, sink) && lines.keepGood(sink)) {
      build(type.get(), group, sink);
    }
  }

  private void refuseName(RowGroup group, MappingSink sink) {
    String label = binding.label("event");
    Text text = types.text(group, 0);
    if (text.isEmpty()) {
      sink.rejectAll(Code.MISSING_EVENT_NAME, label, "");
      return;
    }
    String detail = known.proposal(text.decode()).map(w -> "write it '" + w + "'").orElse("");
    sink.rejectAll(Code.BAD_EVENT_NAME, label, detail);
  }

  /** Judges all that concerns the order as a whole; rejects it when it cannot go. */
  private boolean isSendable(RowGroup group, MappingSink sink) {
    if (refusals.isElsewhere(group, lines, sink)) {
      return false;
    }
    long seconds = lines.seconds();
    boolean tooOld = settings.window().isTooOld(seconds, now);
    if (tooOld || settings.window().isInFuture(seconds, now)) {
      Code code = tooOld ? Code.EVENT_TOO_OLD : Code.EVENT_IN_FUTURE;
      sink.rejectAll(code, binding.label("timestamp"), "");
      return false;
    }
    order.person().read(group, lines, sink);
    if (!order.person().isIdentified()) {
      sink.rejectAll(Code.MISSING_IDENTITY, "", "");
      return false;
    }
    return isAddressed(group, sink) && isPayable(group, sink);
  }

  private boolean isAddressed(RowGroup group, MappingSink sink) {
    Optional<Code> fault = sets.fault(group, 0);
    if (fault.isPresent()) {
      sink.rejectAll(fault.get(), sets.label(), "");
      return false;
    }
    if (CutText.isLonger(names.eventId(group), LONGEST_ID)) {
      sink.rejectAll(Code.BAD_EVENT_ID, names.eventIdLabel(), "longer than 128 characters");
      return false;
    }
    return true;
  }

  private boolean isPayable(RowGroup group, MappingSink sink) {
    Optional<Code> fault = order.readCurrency(group);
    fault.ifPresent(code -> sink.rejectAll(code, order.currencyLabel(), ""));
    return fault.isEmpty();
  }

  private void build(EventType type, RowGroup group, MappingSink sink) {
    order.read(group, sink);
    String id = names.id(type, lines.seconds(), order.person(), group);
    Optional<Code> fault = format.write(type, id, group, sink);
    if (fault.isPresent()) {
      sink.rejectAll(fault.get(), "", "");
      return;
    }
    Text given = names.eventId(group);
    if (!given.isEmpty()) {
      splits.report(given, group, sink);
    }
    ignored.report(sink);
    sink.event(event(type, id, group));
  }

  private Event event(EventType type, String id, RowGroup group) {
    long seconds = lines.seconds();
    return new Event(
        format.bytes(),
        id,
        sets.name(group, 0),
        seconds,
        settings.window().expiresAt(seconds),
        new EventRows(lines.goodNumbers(group), order.orderId().first()),
        KeyMaterial.of(names.key(type, id, group, material)));
  }
}
