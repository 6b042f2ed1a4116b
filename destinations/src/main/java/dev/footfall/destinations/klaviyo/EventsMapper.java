package dev.footfall.destinations.klaviyo;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.CanonicalRow;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.event.EventRows;
import dev.footfall.core.event.KeyMaterial;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.NumberRules;
import dev.footfall.core.event.OrderColumns;
import dev.footfall.core.event.OrderCurrency;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.PlainCell;
import dev.footfall.core.event.TieBreak;
import dev.footfall.core.event.WordCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Currency;
import dev.footfall.core.normalise.Timestamps;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of one order and metric become one event. One thread. */
final class EventsMapper implements EventMapper {
  private static final long DAY = 86_400;
  private static final long EARLIEST = Instant.parse("1990-01-01T00:00:00Z").getEpochSecond();
  private static final OrderColumns COLUMNS =
      new OrderColumns(
          "timestamp",
          "product_id",
          "price",
          "quantity",
          "",
          List.of("is_return", "is_cancellation"));

  private final KlaviyoSettings.Events settings;
  private final Binding binding;
  private final long now;
  private final OptOut optOut;
  private final OrderLines lines;
  private final PlainCell orderIds;
  private final WordCell<String> metrics;
  private final Buyer buyer;
  private final OrderCurrency currency;
  private final OrderValue value;
  private final Item item;
  private final EventJson json;

  EventsMapper(DestinationSpec spec, KlaviyoSettings settings, RouteContext context) {
    this.settings = settings.events();
    this.binding = context.binding();
    this.now = context.now().getEpochSecond();
    this.optOut = new OptOut(binding);
    this.lines =
        new OrderLines(
            binding,
            COLUMNS,
            NumberRules.BAD,
            TieBreak.byCanonicalJson(new CanonicalRow(binding)),
            new Timestamps(context.zone()));
    this.orderIds = new PlainCell(binding, "order_id");
    String metric = settings.events().metric();
    boolean isCanonical = binding.vocabulary() == Vocabulary.CANONICAL;
    this.metrics =
        new WordCell<>(
            binding.index("event_name"),
            Optional.of(metric),
            name -> isCanonical ? Metrics.canonical(name, metric) : Metrics.platform(name));
    this.buyer = new Buyer(spec, settings, context);
    this.currency = new OrderCurrency(binding, "currency", Optional.empty());
    this.item = new Item(binding, spec);
    this.value = new OrderValue(binding, item);
    this.json = new EventJson(binding, context.zone(), item, settings.events());
  }

  @Override
  public Membership group(RowBatch batch, int row, ByteBuilder key) {
    Text id = orderIds.read(batch, row);
    if (id.isEmpty()) {
      return Membership.ALONE;
    }
    key.add(id).add(0);
    metrics.read(batch, row).ifPresentOrElse(name -> key.add(Text.utf8(name)), () -> key.add(0));
    return Membership.GROUPED;
  }

  @Override
  public boolean identify(RowGroup group, ByteBuilder material) {
    Text id = orderIds.read(group, 0);
    Optional<String> metric = metrics.read(group, 0);
    if (id.isEmpty() || metric.isEmpty()) {
      return false;
    }
    material.add(Text.utf8(metric.get())).add(0).add(id);
    return true;
  }

  @Override
  public void map(RowGroup group, MappingSink sink) {
    if (optOut.rejects(group, sink)) {
      return;
    }
    lines.read(group, sink);
    lines.rejectUntimely(sink);
    if (lines.timely() == 0) {
      return;
    }
    value.exclude(group, lines);
    Optional<String> metric = metrics.read(group, 0);
    if (metric.isEmpty()) {
      sink.rejectAll(Code.BAD_EVENT_NAME, binding.label("event_name"), "");
    } else if (isTimely(sink)
        && buyer.read(group, lines, sink)
        && hasCurrency(group, sink)
        && lines.keepGood(sink)) {
      build(group, metric.get(), sink);
    }
  }

  private boolean isTimely(MappingSink sink) {
    long seconds = lines.seconds();
    boolean isTooOld =
        seconds < EARLIEST
            || (settings.mostDays().isPresent()
                && seconds < now - settings.mostDays().getAsInt() * DAY);
    boolean isTooEarly = seconds > now + 365 * DAY;
    if (isTooOld || isTooEarly) {
      sink.rejectAll(
          isTooOld ? Code.EVENT_TOO_OLD : Code.EVENT_IN_FUTURE, binding.label("timestamp"), "");
      return false;
    }
    if (seconds > now + 3600) {
      sink.notice(Code.EVENT_IN_FUTURE, binding.label("timestamp"), "sent all the same");
    }
    return true;
  }

  /** A currency is needed with a value only; two are never right. */
  private boolean hasCurrency(RowGroup group, MappingSink sink) {
    currency.read(group, lines);
    value.read(group, lines, digits());
    Optional<Code> fault =
        currency.fault().filter(code -> value.isKnown() || code == Code.CURRENCY_CONFLICT);
    fault.ifPresent(code -> sink.rejectAll(code, currency.label(), ""));
    return fault.isEmpty();
  }

  private int digits() {
    return currency.currency().map(Currency::digits).orElse(2);
  }

  private void build(RowGroup group, String metric, MappingSink sink) {
    long seconds = lines.seconds();
    Text orderId = orderIds.read(group, 0);
    boolean isAlone = orderId.isEmpty();
    EventFacts facts =
        new EventFacts(
            metric,
            seconds,
            orderId.decode(),
            currency.currency().map(Currency::code).orElse(""),
            digits(),
            isBackfill(seconds));
    String id = isAlone ? json.derivedId(facts, buyer, value, lines) : facts.orderId();
    boolean fits = json.write(group, lines, facts, id, buyer, value, sink);
    if (!fits) {
      sink.rejectAll(Code.EVENT_TOO_LARGE, "", "");
      return;
    }
    if (lines.good() < group.size()) {
      sink.notice(Code.PARTIAL_ORDER, "", "");
    }
    if (!value.isKnown()) {
      sink.notice(Code.MISSING_VALUE, binding.label("value"), "");
    }
    sink.event(event(group, facts, id));
  }

  private boolean isBackfill(long seconds) {
    return settings.backfillDays().isPresent()
        && seconds < now - settings.backfillDays().getAsInt() * DAY;
  }

  private Event event(RowGroup group, EventFacts facts, String id) {
    ByteBuilder own = new ByteBuilder(128);
    own.add(Text.utf8(facts.metric())).add(0).add(Text.utf8(id));
    long expires =
        settings.mostDays().isPresent()
            ? facts.seconds() + settings.mostDays().getAsInt() * DAY
            : Long.MAX_VALUE;
    return new Event(
        json.bytes(),
        id,
        "",
        facts.seconds(),
        expires,
        new EventRows(lines.goodNumbers(group), facts.orderId()),
        KeyMaterial.of(own.copy()),
        json.parts());
  }
}
