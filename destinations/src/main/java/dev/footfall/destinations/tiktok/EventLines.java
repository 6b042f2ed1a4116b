package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLine;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.PlainCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** An order as lines of the upload file: one a row, or one in all. */
final class EventLines implements EventFormat {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final TikTokSettings.Files settings;
  private final TikTokOrder order;
  private final FilePerson person;
  private final FilePlace place;
  private final PlainCell product;
  private final PlainCell name;
  private final PlainCell category;
  private final String quantityLabel;
  private final CsvCheck check;
  private final CsvLine line = new CsvLine();
  private final Decimal amount = new Decimal();

  EventLines(
      Binding binding,
      DestinationSpec spec,
      TikTokSettings.Files settings,
      TikTokOrder order,
      Subject subject) {
    this.settings = settings;
    this.order = order;
    this.person = new FilePerson(binding, spec, settings.hashed(), order.person(), subject);
    this.place = new FilePlace(binding, order);
    this.product = new PlainCell(binding, "content_id");
    this.name = new PlainCell(binding, "content_name");
    this.category = new PlainCell(binding, "content_category");
    this.quantityLabel = binding.label("quantity");
    this.check = new CsvCheck(settings);
  }

  @Override
  public Optional<Code> write(EventType type, String id, RowGroup group, MappingSink sink) {
    line.clear();
    person.read(group, order.lines(), sink);
    String label = type.label(settings.labels()).orElseThrow();
    if (settings.lineOfOrder()) {
      writeOrder(label, group, sink);
    } else {
      writeRows(label, group, sink);
    }
    return check.event(line.bytes());
  }

  private void writeRows(String label, RowGroup group, MappingSink sink) {
    OrderLines lines = order.lines();
    boolean hasFraction = false;
    for (int k = 0; k < lines.good(); k++) {
      int row = lines.row(k);
      boolean isPriced = order.amount().ofLine(lines, k, digits(), amount);
      begin(label, isPriced, group);
      hasFraction |= writeQuantity(lines.line(k));
      line.text(product.read(group, row));
      writeCategory(group, row, sink);
      end();
    }
    if (hasFraction) {
      sink.notice(Code.FRACTIONAL_QUANTITY, quantityLabel, "");
    }
  }

  /** Writes the units; whether they are a fraction, which goes as one. */
  private boolean writeQuantity(OrderLine item) {
    if (!item.hasQuantity()) {
      line.blank();
      return false;
    }
    boolean isFraction = !item.quantity().isWhole();
    line.number(isFraction ? amount.set(1, 0) : amount.set(item.quantity()).round(0));
    return isFraction;
  }

  private void writeOrder(String label, RowGroup group, MappingSink sink) {
    boolean isPriced = order.amount().isKnown();
    amount.set(order.amount().total());
    begin(label, isPriced, group);
    line.number(1);
    int only = onlyItem(group);
    if (only < 0) {
      line.blank().blank();
    } else {
      line.text(product.read(group, only));
      writeCategory(group, only, sink);
    }
    end();
  }

  /** The row of the order's only item, or −1. */
  private int onlyItem(RowGroup group) {
    int only = -1;
    OrderLines lines = order.lines();
    for (int k = 0; k < lines.good(); k++) {
      int row = lines.row(k);
      if (!product.read(group, row).isEmpty() || !name.read(group, row).isEmpty()) {
        if (only >= 0) {
          return -1;
        }
        only = row;
      }
    }
    return only;
  }

  private void begin(String label, boolean isPriced, RowGroup group) {
    line.text(label);
    person.write(line);
    line.text(TIME.format(Instant.ofEpochMilli(Math.floorDiv(order.lines().micros(), 1000L))));
    if (isPriced) {
      line.number(amount).text(order.currency().code());
    } else {
      line.blank().blank();
    }
    place.writeCategory(group, line);
    place.writeOrder(line);
  }

  private void writeCategory(RowGroup group, int row, MappingSink sink) {
    Text value = category.read(group, row);
    if (CutText.cut(value)) {
      sink.dropped(row, Code.VALUE_TRUNCATED, category.label(), "");
    }
    line.text(value);
  }

  private void end() {
    place.writeStore(line);
    line.end();
  }

  private int digits() {
    return order.currency().digits();
  }

  @Override
  public byte[] bytes() {
    return line.bytes();
  }
}
