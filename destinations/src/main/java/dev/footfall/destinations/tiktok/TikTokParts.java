package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.core.event.CanonicalRow;
import dev.footfall.core.event.NumberRules;
import dev.footfall.core.event.OrderColumns;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.TieBreak;
import dev.footfall.core.event.WordCell;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.normalise.Timestamps;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The parts of a mapper, made of the settings and columns of one run. */
record TikTokParts(DestinationSpec spec, TikTokSettings settings, RouteContext context) {
  private static final OrderColumns ORDER =
      new OrderColumns(
          "timestamp",
          "content_id",
          "price",
          "quantity",
          "value",
          List.of("is_return", "is_cancellation"));

  /** Times outside are mistakes of their unit. */
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  Binding binding() {
    return context.binding();
  }

  Instant now() {
    return context.now();
  }

  EventTypes eventTypes() {
    Vocabulary vocabulary = binding().vocabulary();
    return settings.isFile()
        ? EventTypes.forFile(vocabulary, settings.file().labels())
        : EventTypes.forApi(vocabulary);
  }

  /** Reads event names; blank ones are the fixed event, or canonically a purchase. */
  WordCell<EventType> eventTypeCell(EventTypes known) {
    Optional<EventType> fixed = fixedEvent();
    Optional<EventType> whenBlank =
        fixed.isEmpty() && binding().vocabulary() == Vocabulary.CANONICAL
            ? known.find("purchase")
            : fixed;
    int index = binding().index("event");
    return binding().vocabulary() == Vocabulary.CANONICAL
        ? WordCell.canonical(index, whenBlank, known::find)
        : new WordCell<>(index, whenBlank, known::find);
  }

  /** The fixed event is spelt as TikTok spells it, in both vocabularies. */
  private Optional<EventType> fixedEvent() {
    return settings.fixedEvent(
        settings.isFile()
            ? EventTypes.forFile(Vocabulary.PLATFORM, settings.file().labels())
            : EventTypes.forApi(Vocabulary.PLATFORM));
  }

  Timestamps timestamps() {
    return new Timestamps(zone(), EARLIEST, LATEST);
  }

  private ZoneId zone() {
    return TikTokSettings.zone(context.settings(), context.zone());
  }

  Subject subject() {
    return new Subject(
        "", settings.reading().phoneRegion(), context.now().atZone(zone()).toLocalDate());
  }

  OrderLines lines() {
    return new OrderLines(
        binding(),
        ORDER,
        NumberRules.RETURN,
        TieBreak.byNumbersThenTexts(new CanonicalRow(binding())),
        timestamps());
  }

  TikTokOrder order(OrderLines lines) {
    return new TikTokOrder(binding(), spec, settings, lines, subject());
  }

  LoneRow loneRow(EventSets sets, WordCell<EventType> types) {
    return new LoneRow(
        binding().index("timestamp"),
        timestamps(),
        new TikTokPerson(binding(), spec, settings.reading(), subject()),
        sets,
        types);
  }

  EventFormat format(TikTokOrder order) {
    return settings.isFile()
        ? new EventLines(binding(), spec, settings.file(), order, subject())
        : new EventJson(binding(), order, TikTokDelivery.mostEventBytes(settings));
  }
}
