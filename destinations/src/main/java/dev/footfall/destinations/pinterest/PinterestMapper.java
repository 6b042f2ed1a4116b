package dev.footfall.destinations.pinterest;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.destination.Vocabulary;
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

/** The rows of one order become one checkout. One thread. */
final class PinterestMapper implements EventMapper {
  private final Binding binding;
  private final PinterestSettings settings;
  private final long now;
  private final PinterestOrder order;
  private final WordCell<String> names;
  private final WordCell<String> sources;
  private final PinterestIds ids = new PinterestIds();
  private final EventFormat format;

  PinterestMapper(DestinationSpec spec, PinterestSettings settings, RouteContext context) {
    this.binding = context.binding();
    this.settings = settings;
    this.now = context.now().getEpochSecond();
    this.order =
        new PinterestOrder(
            binding,
            spec,
            settings,
            context.now(),
            PinterestSettings.zone(context.settings(), context.zone()));
    boolean isCanonical = binding.vocabulary() == Vocabulary.CANONICAL;
    this.names = only("event_name", isCanonical ? "purchase" : "checkout");
    this.sources = only("action_source", isCanonical ? "physical_store" : "offline");
    this.format =
        settings.isFile() ? new EventLine(settings.file()) : new EventJson(settings.api());
  }

  private WordCell<String> only(String column, String word) {
    return WordCell.canonical(
        binding.index(column), Optional.of(word), said -> Optional.of(word).filter(said::equals));
  }

  @Override
  public Membership group(RowBatch batch, int row, ByteBuilder key) {
    return order.orderIds().group(batch, row, key);
  }

  @Override
  public boolean identify(RowGroup group, ByteBuilder material) {
    Text id = order.orderId(group);
    if (!id.isEmpty()) {
      PinterestIds.orderInto(id, material);
    }
    return !id.isEmpty();
  }

  @Override
  public void map(RowGroup group, MappingSink sink) {
    if (!order.privacy().read(group, sink)) {
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
    if (!areAll(names, group)) {
      return rejected(Code.BAD_EVENT_NAME, binding.label("event_name"), sink);
    }
    long seconds = order.lines().seconds();
    if (settings.window().isTooOld(seconds, now)) {
      return rejected(Code.EVENT_TOO_OLD, binding.label("event_time"), sink);
    }
    if (settings.window().isInFuture(seconds, now)) {
      return rejected(Code.EVENT_IN_FUTURE, binding.label("event_time"), sink);
    }
    PinterestPerson person = order.person();
    person.read(group, order.lines(), sink);
    if (!person.isIdentified()) {
      return rejected(Code.MISSING_IDENTITY, "", sink);
    }
    if (settings.reading().requiresExternalId() && !person.hasExternalId()) {
      return rejected(Code.MISSING_EXTERNAL_ID, person.externalIdLabel(), sink);
    }
    Optional<Code> fault = order.readCurrency(group);
    return fault.isEmpty() || rejected(fault.get(), order.currencyLabel(), sink);
  }

  /** Whether the judged rows all say the word, or nothing. */
  private boolean areAll(WordCell<String> cell, RowGroup group) {
    for (int k = 0; k < order.lines().judged(); k++) {
      if (cell.read(group, order.lines().row(k)).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static boolean rejected(Code code, String column, MappingSink sink) {
    sink.rejectAll(code, column, "");
    return false;
  }

  private void build(RowGroup group, MappingSink sink) {
    Optional<Code> fault = order.readAmount(group, sink);
    if (fault.isPresent()) {
      sink.rejectAll(fault.get(), order.amount().label(), "");
      return;
    }
    String id = id(group);
    if (!format.write(order, id, group)) {
      sink.rejectAll(Code.EVENT_TOO_LARGE, "", "");
      return;
    }
    report(group, sink);
    sink.event(event(group, id));
  }

  private void report(RowGroup group, MappingSink sink) {
    if (!areAll(sources, group)) {
      sink.notice(Code.COLUMN_IGNORED, binding.label("action_source"), "sent as offline");
    }
    if (order.privacy().isLimited() && !order.person().hasState()) {
      sink.notice(Code.LDP_WITHOUT_STATE, "", "");
    }
  }

  private String id(RowGroup group) {
    Text orderId = order.orderId(group);
    long seconds = order.lines().seconds();
    if (!orderId.isEmpty()) {
      return ids.ofOrder(orderId, seconds);
    }
    return settings.reading().derivesIds() ? ids.ofPerson(order.person(), seconds) : "";
  }

  private Event event(RowGroup group, String id) {
    OrderLines lines = order.lines();
    long seconds = lines.seconds();
    Text orderId = order.orderId(group);
    KeyMaterial keys =
        orderId.isEmpty()
            ? ids.alone(id, order.person(), seconds, order.amount().total(), order.currency())
            : ids.order(orderId);
    return new Event(
        format.bytes(),
        id,
        "",
        seconds,
        settings.window().expiresAt(seconds),
        new EventRows(lines.goodNumbers(group), orderId.decode()),
        keys);
  }
}
