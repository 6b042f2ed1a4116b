package dev.footfall.destinations.snapchat;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.EventNames;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.KeyMaterial;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.UtcTime;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Sha256;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Fingerprint;
import dev.footfall.core.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A line of a file: one for each row, or for each order. One thread. */
final class EventLine implements EventFormat {
  private static final Text LINE =
      Text.of("footfall-event/1\u001Fsnapchat\u001Ffile\u001Fline\u001F");

  private final SnapchatOrder order;
  private final SnapchatSettings settings;
  private final Counts counts;
  private final boolean isByRow;
  private final boolean isCanonical;
  private final List<Cell> cells = new ArrayList<>();
  private final LifetimeValue lifetime;
  private final FileCells out;
  private final EventNames names = new EventNames();
  private final ByteBuilder scratch = new ByteBuilder(64);
  private final Text text = new Text();
  private final Decimal number = new Decimal();
  private Optional<KeyMaterial> keys = Optional.empty();

  /** What a run counts of its lines. */
  record Counts(LineCounts lines, LineCounts orders) {}

  /** Writes one cell. */
  private interface Cell {
    void write(EventName name, RowGroup group, MappingSink sink);
  }

  EventLine(
      Binding binding,
      List<FileColumns.Placed> columns,
      SnapchatOrder order,
      SnapchatSettings settings,
      Counts counts) {
    this.order = order;
    this.settings = settings;
    this.counts = counts;
    this.isByRow = settings.isByRow();
    this.isCanonical = binding.vocabulary() == Vocabulary.CANONICAL;
    this.lifetime = new LifetimeValue(binding);
    this.out = new FileCells(settings.file().rules().style());
    columns.forEach(column -> cells.add(cell(column)));
  }

  private Cell cell(FileColumns.Placed column) {
    if (column.spec().isEmpty()) {
      return (name, group, sink) -> brandsOwn(column, group, sink);
    }
    String target = column.spec().get().name();
    Optional<Field> personal = order.person().find(target);
    if (personal.isPresent()) {
      return (name, group, sink) -> field(personal.get());
    }
    return switch (target) {
      case "event_type" -> (name, group, sink) -> type(column, name, group);
      case "timestamp" -> (name, group, sink) -> time();
      case "transaction_id" -> (name, group, sink) -> out.text(order.orderId(group));
      case "price" -> (name, group, sink) -> total();
      case "order_value" -> (name, group, sink) -> orderValue();
      case "currency" -> (name, group, sink) -> out.text(Text.of(order.currency()));
      case "number_items" -> (name, group, sink) -> count(false);
      case "quantity" -> (name, group, sink) -> count(true);
      case "item_id" -> (name, group, sink) -> items(column, group);
      case "item_price" -> (name, group, sink) -> itemPrice();
      case "predicted_ltv" -> (name, group, sink) -> lifetime(group, sink);
      default -> (name, group, sink) -> asGiven(column, group);
    };
  }

  @Override
  public Optional<Code> write(EventName name, String id, RowGroup group, MappingSink sink) {
    out.clear();
    for (int i = 0; i < cells.size(); i++) {
      cells.get(i).write(name, group, sink);
    }
    out.line().endLine();
    if (!out.line().isReadable()) {
      return Optional.of(Code.CSV_BAD_FORMAT);
    }
    keys = isByRow ? Optional.of(KeyMaterial.of(key(group))) : Optional.empty();
    noticeRepetition(name, group, sink);
    return Optional.empty();
  }

  /**
   * What the ledger knows a line by: its cells, and how often they have occurred. Without a ledger
   * each line is one of a kind.
   */
  private byte[] key(RowGroup group) {
    scratch.clear();
    if (!settings.file().skipsExported()) {
      return scratch.add('r').add(group.rowNumber(0)).copy();
    }
    ByteBuilder plain = out.plain();
    long occurrence = counts.lines().add(Fingerprint.of(plain.bytes(), 0, plain.length()));
    names.begin().add(LINE).add(occurrence).add(plain.bytes(), 0, plain.length());
    return scratch.add('l').add(Text.of(names.hex(Sha256.HEX))).copy();
  }

  private void noticeRepetition(EventName name, RowGroup group, MappingSink sink) {
    Text orderId = order.orderId(group);
    if (isByRow && !orderId.isEmpty()) {
      SnapchatIds.orderInto(name, orderId, scratch.clear());
      if (counts.orders().add(Fingerprint.of(scratch.bytes(), 0, scratch.length())) > 1) {
        sink.notice(Code.REPEATED_ORDER_ID, order.orderIds().label(), "");
      }
    }
  }

  @Override
  public byte[] bytes() {
    return out.line().toBytes();
  }

  @Override
  public Optional<KeyMaterial> keys() {
    return keys;
  }

  private void field(Field field) {
    if (field.isPresent()) {
      field.value(0, text);
      out.text(text);
    } else {
      out.blank();
    }
  }

  private void type(FileColumns.Placed column, EventName name, RowGroup group) {
    Text given = column.index() < 0 ? text.set(text.bytes(), 0, 0) : given(column, group);
    boolean isSpelt = given.isEmpty() || isCanonical || settings.file().spelling().inCapitals();
    out.text(isSpelt ? text.set(name.bytes(), 0, name.bytes().length) : given);
  }

  private void time() {
    long micros = order.lines().micros();
    switch (settings.file().spelling().times()) {
      case "epoch_seconds" -> out.number(Math.floorDiv(micros, 1_000_000L));
      case "epoch_millis" -> out.number(Math.floorDiv(micros, 1000L));
      default -> {
        UtcTime.write(order.lines().seconds(), 'T', scratch.clear());
        scratch.add('Z');
        out.text(text.set(scratch.bytes(), 0, scratch.length()));
      }
    }
  }

  private void total() {
    if (order.amount().hasTotal()) {
      out.number(order.amount().total());
    } else {
      out.blank();
    }
  }

  private void orderValue() {
    OrderLines lines = order.lines();
    for (int k = 0; k < lines.good(); k++) {
      RowNumbers.Row row = order.numbers().row(lines.row(k));
      if (row.hasTotal()) {
        out.number(number.set(row.total()).round(order.digits()));
        return;
      }
    }
    out.blank();
  }

  private void count(boolean isQuantity) {
    RowNumbers.Row row = order.numbers().row(order.lines().row(0));
    if (!isByRow) {
      number(order.amount().hasCount(), order.amount().count());
    } else if (isQuantity) {
      number(row.hasQuantity(), number.set(row.quantity()).round(0));
    } else {
      number(row.hasCount(), number.set(row.count()).round(0));
    }
  }

  private void number(boolean isThere, Decimal value) {
    if (isThere) {
      out.number(value);
    } else {
      out.blank();
    }
  }

  private void items(FileColumns.Placed column, RowGroup group) {
    if (isByRow) {
      asGiven(column, group);
      return;
    }
    order.items().joinInto(scratch.clear(), ';');
    out.text(text.set(scratch.bytes(), 0, scratch.length()));
  }

  private void itemPrice() {
    RowNumbers.Row row = order.numbers().row(order.lines().row(0));
    boolean isOne = order.lines().good() == 1 && row.hasItemPrice();
    number(isOne, number.set(row.itemPrice()).round(order.digits()));
  }

  private void lifetime(RowGroup group, MappingSink sink) {
    boolean isThere = lifetime.read(group, order.lines(), number, sink);
    number(isThere, number.round(order.digits()));
  }

  private void asGiven(FileColumns.Placed column, RowGroup group) {
    out.text(given(column, group));
  }

  /** A column that nobody reads must not carry an address out either. */
  private void brandsOwn(FileColumns.Placed column, RowGroup group, MappingSink sink) {
    Text given = given(column, group);
    boolean isAddress = false;
    for (int at = given.start() + 1; at < given.end() - 1; at++) {
      isAddress |= given.bytes()[at] == '@';
    }
    if (isAddress) {
      int row = order.lines().row(0);
      sink.dropped(row, Code.FIELD_DROPPED, column.header(), "looks like an e-mail address");
      out.blank();
    } else {
      out.text(given);
    }
  }

  /** The first text of the good rows, trimmed. */
  private Text given(FileColumns.Placed column, RowGroup group) {
    OrderLines lines = order.lines();
    for (int k = 0; k < lines.good(); k++) {
      Column cells = group.column(column.index(), lines.row(k));
      int at = group.row(lines.row(k));
      if (!cells.isNull(at)) {
        cells.text(at, text);
        if (!text.trim().isEmpty()) {
          return text;
        }
      }
    }
    return text.set(text.bytes(), 0, 0);
  }
}
