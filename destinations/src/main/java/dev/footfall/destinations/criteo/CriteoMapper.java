package dev.footfall.destinations.criteo;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.event.EventRows;
import dev.footfall.core.event.KeyMaterial;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.PlainCell;
import dev.footfall.core.event.UtcTime;
import dev.footfall.core.event.WordCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Booleans;
import dev.footfall.core.normalise.Moment;
import dev.footfall.core.normalise.Timestamps;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Text;
import java.util.Optional;

/** One row becomes one line; the rows of a transaction come together to be compared. One thread. */
final class CriteoMapper implements EventMapper {
  private static final long DAY = 86_400;

  private final Binding binding;
  private final CriteoSettings settings;
  private final PlainCell orderIds;
  private final PlainCell products;
  private final PlainCell stores;
  private final WordCell<String> names;
  private final UserKey first;
  private final UserKey second;
  private final SaleAmount amount;
  private final Timestamps timestamps;
  private final SaleLine line;
  private final OrderAgreement agreement = new OrderAgreement();
  private final Moment moment = new Moment();
  private final Text text = new Text();
  private final byte[] defaultStore;
  private final int time;
  private final String timeLabel;
  private final int optOut;

  CriteoMapper(CriteoSettings settings, RouteContext context) {
    this.binding = context.binding();
    this.settings = settings;
    this.orderIds = new PlainCell(binding, "event_id");
    this.products = new PlainCell(binding, "content_ids");
    this.stores = new PlainCell(binding, "store_id");
    boolean isCanonical = binding.vocabulary() == Vocabulary.CANONICAL;
    this.names =
        WordCell.canonical(
            isCanonical ? binding.index("event_name") : -1,
            Optional.of(""),
            word -> Optional.of(word).filter("purchase"::equals));
    this.first = new UserKey(binding, 1, "email", settings.reading());
    this.second = new UserKey(binding, 2, "customer_ID", settings.reading());
    this.amount = new SaleAmount(binding, settings.amounts());
    this.timestamps = new Timestamps(settings.reading().zone());
    this.line = new SaleLine(settings);
    this.time = binding.index("event_time");
    this.timeLabel = binding.label("event_time");
    this.optOut = binding.index("opt_out");
    this.defaultStore = Text.utf8(settings.reading().defaultStore());
  }

  @Override
  public Membership group(RowBatch batch, int row, ByteBuilder key) {
    return orderIds.group(batch, row, key);
  }

  /** A line is known by all of its cells, which only mapping gives. */
  @Override
  public boolean identify(RowGroup group, ByteBuilder material) {
    return false;
  }

  @Override
  public void map(RowGroup group, MappingSink sink) {
    Optional<Code> refusal = optOut(group);
    if (refusal.isPresent()) {
      sink.rejectAll(refusal.get(), binding.label("opt_out"), "");
      return;
    }
    agreement.begin();
    for (int row = 0; row < group.size(); row++) {
      if (isTimely(group, row, sink)
          && isIdentified(group, row, sink)
          && isPriced(group, row, sink)) {
        write(group, row, sink);
      }
    }
  }

  /** One row's word counts for the whole transaction. */
  private Optional<Code> optOut(RowGroup group) {
    Optional<Code> worst = Optional.empty();
    for (int row = 0; row < group.size() && optOut >= 0; row++) {
      switch (Booleans.read(group.column(optOut, row), group.row(row), text)) {
        case UNREADABLE -> {
          return Optional.of(Code.BAD_OPT_OUT);
        }
        case TRUE -> worst = Optional.of(Code.OPTED_OUT);
        case FALSE, BLANK -> {}
      }
    }
    return worst;
  }

  private static boolean refused(int row, Code code, String column, MappingSink sink) {
    sink.reject(row, code, column, "");
    return false;
  }

  private boolean isTimely(RowGroup group, int row, MappingSink sink) {
    timestamps.read(group.column(time, row), group.row(row), moment);
    switch (moment.reading()) {
      case MISSING -> {
        return refused(row, Code.MISSING_TIMESTAMP, timeLabel, sink);
      }
      case BAD -> {
        return refused(row, Code.BAD_TIMESTAMP, timeLabel, sink);
      }
      case OK -> {}
    }
    if (names.read(group, row).isEmpty()) {
      return refused(row, Code.BAD_EVENT_NAME, binding.label("event_name"), sink);
    }
    if (settings.window().isTooOld(moment.seconds())) {
      return refused(row, Code.EVENT_TOO_OLD, timeLabel, sink);
    }
    return !settings.window().isInFuture(moment.seconds())
        || refused(row, Code.EVENT_IN_FUTURE, timeLabel, sink);
  }

  private boolean isIdentified(RowGroup group, int row, MappingSink sink) {
    boolean hasFirst = first.read(group, row, sink);
    boolean hasSecond = second.read(group, row, sink);
    if (!hasFirst && !hasSecond) {
      return refused(row, Code.MISSING_IDENTITY, "", sink);
    }
    Text order = orderIds.read(group, row);
    if (order.isEmpty()) {
      return refused(row, Code.MISSING_ORDER_ID, orderIds.label(), sink);
    }
    line.cell(SaleColumn.EVENT_ID).clear().add(order);
    Text product = products.read(group, row);
    if (product.isEmpty()) {
      return refused(row, Code.MISSING_PRODUCT_ID, products.label(), sink);
    }
    line.cell(SaleColumn.CONTENT_IDS).clear().add(product);
    return true;
  }

  private boolean isPriced(RowGroup group, int row, MappingSink sink) {
    SaleAmount.Refusal refusal = amount.read(group, row);
    refusal.code().ifPresent(code -> sink.reject(row, code, refusal.column(), ""));
    return refusal.code().isEmpty();
  }

  private void write(RowGroup group, int row, MappingSink sink) {
    fill(group, row);
    if (!line.write()) {
      refused(row, Code.CSV_ILLEGAL_CHARACTER, "", sink);
      return;
    }
    report(row, sink);
    String fingerprint = line.fingerprint();
    sink.event(
        new Event(
            line.bytes(),
            fingerprint,
            "",
            moment.seconds(),
            moment.seconds() + (settings.window().days() + 1) * DAY,
            new EventRows(new long[] {group.rowNumber(row)}, orderIds.read(group, row).decode()),
            KeyMaterial.versioned(Text.utf8(fingerprint), line.kin())));
  }

  private void fill(RowGroup group, int row) {
    first.write(line.cell(SaleColumn.USER_KEY_1), line.cell(SaleColumn.USER_KEY_TYPE_1));
    second.write(line.cell(SaleColumn.USER_KEY_2), line.cell(SaleColumn.USER_KEY_TYPE_2));
    ByteBuilder cell = line.cell(SaleColumn.EVENT_TIME).clear();
    UtcTime.write(moment.seconds(), 'T', cell);
    cell.add('Z');
    amount.write(
        line.cell(SaleColumn.PRODUCT_VALUE),
        line.cell(SaleColumn.PRODUCT_QUANTITY),
        line.cell(SaleColumn.CURRENCY));
    ByteBuilder store = line.cell(SaleColumn.STORE_ID).clear();
    Text given = stores.read(group, row);
    if (given.isEmpty()) {
      store.add(defaultStore);
    } else {
      store.add(given);
    }
  }

  private void report(int row, MappingSink sink) {
    if (moment.dateOnly()) {
      sink.dropped(row, Code.DATE_ONLY_TIMESTAMP, timeLabel, "");
    }
    if (moment.zoneAssumed()) {
      sink.dropped(row, Code.ZONE_ASSUMED, timeLabel, "");
    }
    if (settings.window().isLate(moment.seconds())) {
      sink.dropped(row, Code.LATE_FOR_PLATFORM, timeLabel, "");
    }
    if (agreement.disagrees(line)) {
      sink.dropped(row, Code.ORDER_ATTRIBUTE_CONFLICT, orderIds.label(), "");
    }
  }
}
