package dev.footfall.destinations.example;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.CanonicalRow;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.event.EventRows;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.KeyMaterial;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.NumberRules;
import dev.footfall.core.event.OrderColumns;
import dev.footfall.core.event.OrderCurrency;
import dev.footfall.core.event.OrderLine;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.TieBreak;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Booleans;
import dev.footfall.core.normalise.Currency;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.normalise.Timestamps;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The rows of one order become one Acme event. One thread. */
final class AcmeMapper implements EventMapper {
  /** Acme takes no items, so nothing feeds the product. */
  private static final OrderColumns ORDER =
      new OrderColumns(
          "time", "product", "price", "quantity", "total", List.of("returned", "cancelled"));

  private static final long WINDOW = AcmeSpec.WINDOW_DAYS * 86_400L;
  private static final byte[] ID = JsonBytes.key("id");
  private static final byte[] TIME = JsonBytes.key("time");
  private static final byte[] VALUE = JsonBytes.key("value");
  private static final byte[] CURRENCY = JsonBytes.key("currency");
  private static final byte[] EMAIL = JsonBytes.key("email");

  private final Binding binding;
  private final long now;
  private final Subject subject;
  private final int orderId;
  private final int optOut;
  private final OrderLines lines;
  private final Field email;
  private final OrderCurrency currencies;
  private final Decimal value = new Decimal();
  private final Decimal line = new Decimal();
  private final JsonBytes json = new JsonBytes();
  private final ByteBuilder key = new ByteBuilder(64);
  private final Text cell = new Text();

  AcmeMapper(DestinationSpec spec, RouteContext context) {
    this.binding = context.binding();
    this.now = context.now().getEpochSecond();
    this.subject = new Subject("", "US", LocalDate.ofInstant(context.now(), context.zone()));
    this.orderId = binding.index("order_id");
    this.optOut = binding.index("opt_out");
    this.lines =
        new OrderLines(
            binding,
            ORDER,
            NumberRules.BAD,
            TieBreak.byCanonicalJson(new CanonicalRow(binding)),
            new Timestamps(context.zone()));
    this.email = new Field(binding, spec.column("email").orElseThrow(), Field.Gather.SORTED);
    this.currencies = new OrderCurrency(binding, "currency", Optional.empty());
  }

  @Override
  public Membership group(RowBatch batch, int row, ByteBuilder key) {
    Text id = read(batch.column(orderId), row);
    if (id.isEmpty()) {
      return Membership.ALONE;
    }
    key.add(id);
    return Membership.GROUPED;
  }

  @Override
  public boolean identify(RowGroup group, ByteBuilder material) {
    Text id = orderId(group);
    if (id.isEmpty()) {
      return false;
    }
    material.add('o').add(id);
    return true;
  }

  private Text orderId(RowGroup group) {
    return read(group.column(orderId, 0), group.row(0));
  }

  private Text read(Column column, int row) {
    if (column.isNull(row)) {
      return cell.set(cell.bytes(), 0, 0);
    }
    column.text(row, cell);
    return cell.trim();
  }

  @Override
  public void map(RowGroup group, MappingSink sink) {
    Optional<Code> refusal = optOut(group);
    if (refusal.isPresent()) {
      sink.rejectAll(refusal.get(), binding.label("opt_out"), "");
      return;
    }
    lines.read(group, sink);
    lines.rejectUntimely(sink);
    if (lines.timely() == 0) {
      return;
    }
    lines.requireAmounts(group, binding.label("total"));
    refusal = judge(group, sink);
    if (refusal.isPresent()) {
      sink.rejectAll(refusal.get(), "", "");
      return;
    }
    if (lines.keepGood(sink)) {
      build(group, sink);
    }
  }

  /** One row's opt-out counts for the whole order. */
  private Optional<Code> optOut(RowGroup group) {
    Optional<Code> refusal = Optional.empty();
    for (int i = 0; i < group.size() && optOut >= 0; i++) {
      Booleans.Flag flag = Booleans.read(group.column(optOut, i), group.row(i), cell);
      if (flag == Booleans.Flag.UNREADABLE) {
        return Optional.of(Code.BAD_OPT_OUT);
      }
      refusal = flag == Booleans.Flag.TRUE ? Optional.of(Code.OPTED_OUT) : refusal;
    }
    return refusal;
  }

  /** Judges the order as a whole, in the codes' order of precedence. */
  private Optional<Code> judge(RowGroup group, MappingSink sink) {
    if (lines.seconds() < now - WINDOW) {
      return Optional.of(Code.EVENT_TOO_OLD);
    }
    if (lines.seconds() > now) {
      return Optional.of(Code.EVENT_IN_FUTURE);
    }
    email.clear();
    for (int k = 0; k < lines.judged(); k++) {
      email.read(group, lines.row(k), subject, sink);
    }
    if (!email.isPresent()) {
      return Optional.of(Code.MISSING_IDENTITY);
    }
    if (orderId(group).isEmpty()) {
      return Optional.of(Code.MISSING_ORDER_ID);
    }
    currencies.read(group, lines);
    return currencies.fault();
  }

  private void build(RowGroup group, MappingSink sink) {
    Currency currency = currencies.currency().orElseThrow();
    readValue(currency.digits());
    if (lines.isPartial()) {
      sink.notice(Code.VALUE_PARTIAL, "", "");
    }
    Text id = orderId(group);
    json.clear().beginObject();
    json.key(ID).text(id);
    json.key(TIME).number(lines.seconds());
    json.key(VALUE).number(value);
    json.key(CURRENCY).text(currency.code());
    email.writeArray(json, EMAIL);
    json.endObject();
    sink.event(event(group, id));
  }

  /** A total wins over the sum of price × quantity. */
  private void readValue(int digits) {
    value.set(0, 0);
    for (int k = 0; k < lines.good(); k++) {
      OrderLine row = lines.line(k);
      if (row.hasValue()) {
        value.set(row.value());
        break;
      }
      if (row.isComputable()) {
        value.add(line.set(row.price()).multiply(row.quantity()));
      }
    }
    value.round(digits);
  }

  private Event event(RowGroup group, Text id) {
    String name = id.decode();
    KeyMaterial keys = KeyMaterial.of(key.clear().add('o').add(id).copy());
    long seconds = lines.seconds();
    return new Event(
        json.toBytes(),
        name,
        "",
        seconds,
        seconds + WINDOW,
        new EventRows(lines.goodNumbers(group), name),
        keys);
  }
}
