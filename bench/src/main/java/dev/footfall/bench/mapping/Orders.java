package dev.footfall.bench.mapping;

import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.ColumnHeader;
import dev.footfall.core.source.LongColumn;
import dev.footfall.core.source.RealColumn;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.TextColumn;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Orders of two items each, in canonical columns, as the engine would hand them over. */
final class Orders {
  /** Orders in one batch. */
  static final int BLOCK = 1024;

  private static final int ITEMS = 2;
  private static final String NAMES =
      "email phone given_name surname birthdate gender city state postal country external_id"
          + " order_id product_id currency store_id";

  /** The text columns. */
  static final List<String> TEXTS = List.of(NAMES.split(" "));

  private Orders() {}

  /** The batches' header. */
  static List<ColumnHeader> header() {
    List<ColumnHeader> header = new ArrayList<>();
    TEXTS.forEach(name -> header.add(new ColumnHeader(name, CellKind.TEXT)));
    header.add(new ColumnHeader("timestamp", CellKind.INSTANT));
    header.add(new ColumnHeader("quantity", CellKind.INTEGER));
    header.add(new ColumnHeader("price", CellKind.REAL));
    return header;
  }

  /** Batches of {@link #BLOCK} orders each, in each of which every person is another. */
  static List<RowBatch> batches(int count, Instant now) {
    People people = new People(42);
    List<RowBatch> batches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      batches.add(batch(people, i, now));
    }
    return batches;
  }

  private static RowBatch batch(People people, int number, Instant now) {
    List<List<String>> rows = new ArrayList<>();
    for (int order = 0; order < BLOCK; order++) {
      long id = (long) number * BLOCK + order;
      List<String> person = people.next(id);
      for (int item = 0; item < ITEMS; item++) {
        List<String> row = new ArrayList<>(person);
        row.addAll(List.of("cust-" + (7_000_000 + id), "ORD-" + (10_000_000 + id)));
        row.addAll(List.of("SKU-" + (order * 7 + item) % 900, "USD", "store-" + order % 40));
        rows.add(row);
      }
    }
    return new RowBatch(columns(rows, now), LongStream.rangeClosed(1, rows.size()).toArray());
  }

  private static List<Column> columns(List<List<String>> rows, Instant now) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < TEXTS.size(); i++) {
      columns.add(texts(rows, i));
    }
    long latest = now.getEpochSecond() - 3600;
    long[] micros = new long[rows.size()];
    long[] quantities = new long[rows.size()];
    double[] prices = new double[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      micros[i] = (latest - i / ITEMS * 60L) * 1_000_000;
      quantities[i] = 1L + i % 3;
      prices[i] = (499 + i * 37 % 20_000) / 100.0;
    }
    columns.add(new LongColumn(CellKind.INSTANT, micros, new boolean[0]));
    columns.add(new LongColumn(CellKind.INTEGER, quantities, new boolean[0]));
    columns.add(new RealColumn(prices, new boolean[0]));
    return columns;
  }

  private static Column texts(List<List<String>> rows, int column) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int[] offsets = new int[rows.size() + 1];
    for (int i = 0; i < rows.size(); i++) {
      bytes.writeBytes(rows.get(i).get(column).getBytes(StandardCharsets.UTF_8));
      offsets[i + 1] = bytes.size();
    }
    return new TextColumn(CellKind.TEXT, bytes.toByteArray(), offsets, new boolean[0]);
  }
}
