package dev.footfall.core.run;

import dev.footfall.core.destination.About;
import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.ColumnNames;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.ColumnType;
import dev.footfall.core.destination.Delivery;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.FieldRule;
import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Mode;
import dev.footfall.core.destination.Need;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.event.EventRows;
import dev.footfall.core.event.KeyMaterial;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.ColumnHeader;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Text;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A destination for tests: an order's event is its id and its amounts; {@code bad} is rejected. */
final class PlainRoute implements Route {
  static final List<ColumnHeader> HEADER =
      List.of(
          new ColumnHeader("order_id", CellKind.TEXT), new ColumnHeader("amount", CellKind.TEXT));
  private static final Limits LIMITS = new Limits(3, 1000, 100, 2, 1_000_000);

  private final boolean repeatable;
  private final boolean resending;

  PlainRoute(boolean repeatable) {
    this(repeatable, false);
  }

  PlainRoute(boolean repeatable, boolean resending) {
    this.repeatable = repeatable;
    this.resending = resending;
  }

  @Override
  public boolean resendsChanged() {
    return resending;
  }

  static Binding binding() {
    DestinationSpec spec = spec();
    return Binding.of(spec, Vocabulary.PLATFORM, HEADER, SettingValues.of(spec, Map.of()));
  }

  private static DestinationSpec spec() {
    return new DestinationSpec(
        new About("plain", "Plain", "", "", List.of()),
        List.of(new Mode("file", "File", Mode.Transport.FILE, LIMITS, "")),
        List.of(),
        List.of(),
        List.of(column("order_id"), column("amount")),
        List.of(),
        List.of());
  }

  private static ColumnSpec column(String name) {
    return new ColumnSpec(
        name,
        ColumnNames.canonical(name),
        Need.OPTIONAL,
        ColumnType.TEXT,
        FieldRule.dropping(Code.FIELD_DROPPED),
        name,
        List.of(),
        "");
  }

  @Override
  public String target() {
    return "target";
  }

  @Override
  public int windowDays() {
    return 7;
  }

  @Override
  public boolean mayRepeat(Event event, Instant claimedAt) {
    return repeatable;
  }

  @Override
  public EventMapper mapper() {
    return new PlainMapper();
  }

  @Override
  public Delivery delivery() {
    return new FileDelivery() {
      @Override
      public Limits limits() {
        return LIMITS;
      }

      @Override
      public byte[] header() {
        return "header\n".getBytes(StandardCharsets.UTF_8);
      }

      @Override
      public String fileName(String partition, int part) {
        return partition + "-" + part + ".csv";
      }
    };
  }

  private static final class PlainMapper implements EventMapper {
    private final Text text = new Text();

    @Override
    public Membership group(RowBatch batch, int row, ByteBuilder key) {
      if (batch.column(0).isNull(row)) {
        return Membership.ALONE;
      }
      batch.column(0).text(row, text);
      key.add(text);
      return Membership.GROUPED;
    }

    @Override
    public boolean identify(RowGroup group, ByteBuilder material) {
      if (group.column(0, 0).isNull(group.row(0))) {
        return false;
      }
      group.column(0, 0).text(group.row(0), text);
      material.add(text);
      return true;
    }

    @Override
    public void map(RowGroup group, MappingSink sink) {
      StringBuilder body = new StringBuilder();
      long[] numbers = new long[group.size()];
      int good = 0;
      for (int i = 0; i < group.size(); i++) {
        group.column(1, i).text(group.row(i), text);
        String amount = text.decode();
        if (amount.equals("old")) {
          sink.merged(i);
        } else if (amount.equals("bad")) {
          sink.reject(i, Code.BAD_VALUE, "amount", "");
        } else {
          body.append(amount).append(';');
          numbers[good++] = group.rowNumber(i);
        }
      }
      if (good > 0) {
        byte[] bytes = (id(group) + body + "\n").getBytes(StandardCharsets.UTF_8);
        EventRows rows = new EventRows(java.util.Arrays.copyOf(numbers, good), id(group));
        sink.event(new Event(bytes, id(group), "p", 1000, 2000, rows, KeyMaterial.of(bytes)));
      }
    }

    private String id(RowGroup group) {
      if (group.column(0, 0).isNull(group.row(0))) {
        return "";
      }
      group.column(0, 0).text(group.row(0), text);
      return text.decode();
    }
  }
}
