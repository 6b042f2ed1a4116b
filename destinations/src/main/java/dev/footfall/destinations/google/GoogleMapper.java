package dev.footfall.destinations.google;

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
import java.util.List;
import java.util.Optional;

/** The rows of one order become one conversion. One thread. */
final class GoogleMapper implements EventMapper {
  private static final String PURCHASE = "purchase";

  private final Binding binding;
  private final GoogleWindow window;
  private final byte[] scope;
  private final GoogleOrder order;
  private final EventFormat format;
  private final WordCell<String> names;
  private final ByteBuilder material = new ByteBuilder(128);
  private List<String> ignored;

  GoogleMapper(
      DestinationSpec spec, GoogleSettings settings, RouteContext context, boolean isHashed) {
    this.binding = context.binding();
    this.window = new GoogleWindow(context.now().getEpochSecond());
    this.scope = Text.utf8(scope(settings.target()));
    this.order = new GoogleOrder(spec, settings, context, isHashed);
    this.format = format(binding, spec, settings);
    boolean isCanonical = binding.vocabulary() == Vocabulary.CANONICAL;
    this.names =
        WordCell.canonical(
            isCanonical ? binding.index("event_name") : -1,
            Optional.of(PURCHASE),
            said -> Optional.of(PURCHASE).filter(said::equals));
    this.ignored = ignored(binding, spec, settings);
  }

  private static String scope(GoogleSettings.Target target) {
    return "google|" + target.customerId() + "|" + target.action() + "|";
  }

  private static EventFormat format(
      Binding binding, DestinationSpec spec, GoogleSettings settings) {
    return switch (settings.mode()) {
      case GoogleSpec.GOOGLE_ADS -> new AdsEvent(binding, spec, settings);
      case GoogleSpec.STORE_SALES_CSV -> new StoreSalesLine(binding, spec, settings);
      default -> new DataManagerEvent(binding, spec, settings);
    };
  }

  /** What a query returns for nothing; canonical columns are meant for other platforms too. */
  private static List<String> ignored(
      Binding binding, DestinationSpec spec, GoogleSettings settings) {
    List<String> unused =
        switch (settings.mode()) {
          case GoogleSpec.GOOGLE_ADS ->
              settings.event().sendsEnvironment()
                  ? List.of("ad_personalization", "user_ip_address", "event_source")
                  : List.of(
                      "ad_personalization",
                      "user_ip_address",
                      "event_source",
                      "conversion_environment");
          case GoogleSpec.STORE_SALES_CSV -> ClickIds.COLUMNS;
          default -> List.of();
        };
    return unused.stream()
        .filter(binding::has)
        .filter(
            column ->
                binding.vocabulary() == Vocabulary.PLATFORM
                    || spec.column(column).orElseThrow().names().canonical().isEmpty())
        .map(binding::label)
        .toList();
  }

  @Override
  public Membership group(RowBatch batch, int row, ByteBuilder key) {
    return order.orderIds().group(batch, row, key);
  }

  @Override
  public boolean identify(RowGroup group, ByteBuilder name) {
    Text id = order.orderId(group);
    name.add(scope).add(id);
    return !id.isEmpty();
  }

  @Override
  public void map(RowGroup group, MappingSink sink) {
    if (!order.consent().read(group, sink)) {
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
    if (!isPurchase(group)) {
      return rejected(Code.BAD_EVENT_NAME, "event_name", sink);
    }
    order.readPerson(group, sink);
    long seconds = order.lines().seconds();
    if (window.isTooOld(seconds, order.clicks().isPresent())) {
      return rejected(Code.EVENT_TOO_OLD, "timestamp", sink);
    }
    if (window.isInFuture(seconds)) {
      return rejected(Code.EVENT_IN_FUTURE, "timestamp", sink);
    }
    if (!order.isIdentified()) {
      sink.rejectAll(Code.MISSING_IDENTITY, "", "");
      return false;
    }
    Optional<Code> fault = order.idFault(group);
    if (fault.isPresent()) {
      return rejected(fault.get(), "order_id", sink);
    }
    if (order.lacksStore(group, sink)) {
      return rejected(Code.MISSING_STORE_ID, "store_id", sink);
    }
    fault = order.readCurrency(group);
    return fault.isEmpty() || rejected(fault.get(), "currency_code", sink);
  }

  private boolean isPurchase(RowGroup group) {
    for (int k = 0; k < order.lines().judged(); k++) {
      if (names.read(group, order.lines().row(k)).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private boolean rejected(Code code, String column, MappingSink sink) {
    sink.rejectAll(code, binding.label(column), "");
    return false;
  }

  private void build(RowGroup group, MappingSink sink) {
    Optional<Code> fault = order.readAmount();
    if (fault.isPresent()) {
      sink.rejectAll(fault.get(), order.amount().label(), "");
      return;
    }
    format.write(order, group, sink);
    order.report(format.mostIdentifiers(), sink);
    ignored.forEach(label -> sink.notice(Code.COLUMN_IGNORED, label, ""));
    ignored = List.of();
    sink.event(event(group));
  }

  private Event event(RowGroup group) {
    OrderLines lines = order.lines();
    Text id = order.orderId(group);
    material.clear().add(scope).add(id);
    String orderId = id.decode();
    return new Event(
        format.bytes(),
        orderId,
        "",
        lines.seconds(),
        window.expiresAt(lines.seconds(), order.clicks().isPresent()),
        new EventRows(lines.goodNumbers(group), orderId),
        KeyMaterial.of(material.copy()));
  }
}
