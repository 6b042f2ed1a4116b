package dev.footfall.core.run;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Delivery;
import dev.footfall.core.destination.Route;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.event.EventRows;
import dev.footfall.core.event.KeyMaterial;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.Values;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Text;
import java.util.BitSet;

/** Its events are known in all the ways there are. */
final class NamedRoute implements Route {
  private final PlainRoute plain = new PlainRoute(false);

  @Override
  public String target() {
    return plain.target();
  }

  @Override
  public int windowDays() {
    return plain.windowDays();
  }

  @Override
  public EventMapper mapper() {
    return new NamedMapper();
  }

  @Override
  public Delivery delivery() {
    return plain.delivery();
  }

  /**
   * Orders ({@code o}), orders with a second name ({@code a}, their amount), rows with earlier
   * versions ({@code k}), with a name of their own ({@code n}, their amount), and with a value
   * ({@code v}).
   */
  private static final class NamedMapper implements EventMapper {
    private final Text text = new Text();

    private String cell(RowGroup group, int column, int row) {
      group.column(column, row).text(group.row(row), text);
      return text.decode();
    }

    @Override
    public Membership group(RowBatch batch, int row, ByteBuilder key) {
      batch.column(0).text(row, text);
      String name = text.decode();
      if (name.startsWith("o") || name.startsWith("a")) {
        key.add(text);
        return Membership.GROUPED;
      }
      return Membership.ALONE;
    }

    @Override
    public boolean identify(RowGroup group, ByteBuilder material) {
      String name = cell(group, 0, 0);
      material.add(text);
      return name.startsWith("o") || name.startsWith("a");
    }

    @Override
    public void map(RowGroup group, MappingSink sink) {
      String name = cell(group, 0, 0);
      String amount = cell(group, 1, 0);
      long[] numbers = new long[group.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = group.rowNumber(i);
      }
      if (amount.equals("bad")) {
        sink.rejectAll(Code.BAD_VALUE, "amount", "");
        return;
      }
      String body = "{" + name + ",\"v\":" + amount + "}";
      Event event =
          new Event(
              Text.utf8(body),
              name,
              "p",
              1000,
              2000,
              new EventRows(numbers, name),
              material(name, amount));
      sink.event(name.startsWith("v") ? event.setting(value(body)) : event);
    }

    private static KeyMaterial material(String name, String amount) {
      byte[] own = Text.utf8(name);
      return switch (name.charAt(0)) {
        case 'a' -> new KeyMaterial(own, Text.utf8("event " + amount));
        case 'k' -> KeyMaterial.versioned(Text.utf8(name + amount), own);
        case 'n' -> KeyMaterial.of(Text.utf8("event " + amount));
        default -> KeyMaterial.of(own);
      };
    }

    /** Amount 3 takes the value away, which is due only where it was sent. */
    private static Values value(String body) {
      int comma = body.indexOf(',');
      BitSet clears = new BitSet();
      clears.set(0, body.contains(":3"));
      return new Values(
          new int[] {comma, body.length() - 1},
          new int[] {body.indexOf(':') + 1},
          clears,
          new Values.Terms(true, false));
    }
  }
}
