package dev.footfall.core.delivery;

import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventRows;
import dev.footfall.core.event.KeyMaterial;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An event that waits on disk. What it is known by is in its ledger lines already. */
final class PendingBytes {
  private static final KeyMaterial NAMED = KeyMaterial.of(new byte[0]);

  private PendingBytes() {}

  static byte[] write(Pending pending) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      Event event = pending.event();
      write(out, event.body());
      write(out, event.id());
      write(out, event.partition());
      out.writeLong(event.time());
      out.writeLong(event.expiresAt());
      out.writeInt(event.parts());
      write(out, event.rows().orderId());
      out.writeInt(event.rows().count());
      for (long number : event.rows().numbers()) {
        out.writeLong(number);
      }
      out.writeInt(pending.entries().size());
      for (LedgerEntry entry : pending.entries()) {
        write(out, entry);
      }
    } catch (IOException cannotBe) {
      throw new UncheckedIOException(cannotBe);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    write(out, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static void write(DataOutputStream out, LedgerEntry entry) throws IOException {
    out.writeLong(entry.key().high());
    out.writeLong(entry.key().low());
    out.writeLong(entry.rowsPrint());
    out.writeLong(entry.payloadPrint());
    out.writeLong(entry.idPrint());
    out.writeLong(entry.eventTime());
    out.writeLong(entry.claimedAt());
    out.writeInt(entry.runNumber());
  }

  static Pending read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      byte[] body = in.readNBytes(in.readInt());
      String id = text(in);
      String partition = text(in);
      long time = in.readLong();
      long expiresAt = in.readLong();
      int parts = in.readInt();
      String orderId = text(in);
      long[] numbers = new long[in.readInt()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = in.readLong();
      }
      EventRows rows = new EventRows(numbers, orderId);
      Event event = new Event(body, id, partition, time, expiresAt, rows, NAMED, parts);
      List<LedgerEntry> entries = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        entries.add(entry(in));
      }
      return new Pending(event, entries);
    } catch (IOException cannotBe) {
      throw new UncheckedIOException(cannotBe);
    }
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  private static LedgerEntry entry(DataInputStream in) throws IOException {
    return new LedgerEntry(
        new LedgerKey(in.readLong(), in.readLong()),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readInt());
  }
}
