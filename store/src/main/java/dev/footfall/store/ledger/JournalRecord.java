package dev.footfall.store.ledger;

import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.Settlement;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * How a journal's records look: a header of 32 bytes, then a claim's lines, or one byte for every
 * settled line (none when all were delivered).
 *
 * <p>Header: magic, checksum of the rest, length of the content, kind, version, two unused bytes,
 * the length of the journal that was surely on disk, the claim's number.
 */
final class JournalRecord {
  static final int MAGIC = 0x4c4a4646; // "FFJL"
  static final byte VERSION = 1;
  static final int HEADER = 32;

  static final byte CLAIM = 1;
  static final byte SETTLED = 2;
  static final byte ALL_DELIVERED = 3;

  static final int CHECKED_FROM = 8;
  static final int LENGTH_AT = 8;
  static final int KIND_AT = 12;
  static final int VERSION_AT = 13;
  static final int DURABLE_AT = 16;
  static final int CLAIM_AT = 24;

  private JournalRecord() {}

  static long[] pack(List<LedgerEntry> entries) {
    long[] words = new long[Math.multiplyExact(entries.size(), Line.WORDS)];
    int at = 0;
    for (LedgerEntry entry : entries) {
      Line.pack(entry, words, at);
      at += Line.WORDS;
    }
    return words;
  }

  static byte[] claim(long number, long[] words, long durable) {
    ByteBuffer record = header(CLAIM, words.length * Long.BYTES, number, durable);
    for (long word : words) {
      record.putLong(word);
    }
    return sealed(record);
  }

  static byte[] settled(long number, List<Settlement> settlements, long durable) {
    for (Settlement settlement : settlements) {
      if (settlement != Settlement.DELIVERED) {
        return mixed(number, settlements, durable);
      }
    }
    return sealed(header(ALL_DELIVERED, 0, number, durable));
  }

  private static byte[] mixed(long number, List<Settlement> settlements, long durable) {
    ByteBuffer record = header(SETTLED, settlements.size(), number, durable);
    for (Settlement settlement : settlements) {
      record.put((byte) state(settlement));
    }
    return sealed(record);
  }

  static int state(Settlement settlement) {
    return switch (settlement) {
      case DELIVERED -> Line.DELIVERED;
      case UNKNOWN -> Line.UNKNOWN;
      case RELEASED -> Line.REMOVED;
    };
  }

  private static ByteBuffer header(byte kind, int length, long claim, long durable) {
    ByteBuffer record =
        ByteBuffer.wrap(new byte[Math.addExact(HEADER, length)]).order(ByteOrder.LITTLE_ENDIAN);
    record.putInt(MAGIC).putInt(0).putInt(length).put(kind).put(VERSION).putShort((short) 0);
    return record.putLong(durable).putLong(claim);
  }

  private static byte[] sealed(ByteBuffer record) {
    byte[] bytes = new byte[record.capacity()];
    record.flip().get(bytes);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4, crc(bytes, 0, bytes.length));
    return bytes;
  }

  /** Checksum of the record that starts here. */
  static int crc(byte[] bytes, int start, int size) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, start + CHECKED_FROM, size - CHECKED_FROM);
    return (int) crc.getValue();
  }
}
