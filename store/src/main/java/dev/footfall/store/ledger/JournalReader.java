package dev.footfall.store.ledger;

import dev.footfall.core.ledger.LedgerDamaged;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a journal back after a crash.
 *
 * <p>What was cut or garbled at the end was never acknowledged and is left out. A record that fails
 * its checksum although a later one says that it had reached the disk is damage: then the reader
 * refuses, because the ledger would forget deliveries.
 */
final class JournalReader {
  private final Path path;
  private final byte[] bytes;
  private final ByteBuffer buffer;

  /** Receives the journal's records in order. */
  interface Visitor {
    void claim(long number, long[] words) throws IOException;

    /** Settles a claim; without states all of it was delivered. */
    void settled(long number, byte[] states) throws IOException;
  }

  private JournalReader(Path path) throws IOException {
    this.path = path;
    this.bytes = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
    this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static void read(Path path, Visitor visitor) throws IOException {
    new JournalReader(path).read(visitor);
  }

  private void read(Visitor visitor) throws IOException {
    int at = 0;
    while (whole(at)) {
      visit(at, visitor);
      at += size(at);
    }
    for (int later = at + 1; later <= bytes.length - JournalRecord.HEADER; later++) {
      if (whole(later) && buffer.getLong(later + JournalRecord.DURABLE_AT) > at) {
        throw new LedgerDamaged(
            path
                + " is damaged at byte "
                + at
                + ", before records that had reached the disk; restore the ledger's folder from a"
                + " backup");
      }
    }
  }

  private boolean whole(int at) {
    if (at > bytes.length - JournalRecord.HEADER || buffer.getInt(at) != JournalRecord.MAGIC) {
      return false;
    }
    int length = buffer.getInt(at + JournalRecord.LENGTH_AT);
    return length >= 0
        && length <= bytes.length - JournalRecord.HEADER - at
        && buffer.getInt(at + 4) == JournalRecord.crc(bytes, at, size(at));
  }

  private int size(int at) {
    return JournalRecord.HEADER + buffer.getInt(at + JournalRecord.LENGTH_AT);
  }

  private void visit(int at, Visitor visitor) throws IOException {
    byte kind = bytes[at + JournalRecord.KIND_AT];
    byte version = bytes[at + JournalRecord.VERSION_AT];
    if (version != JournalRecord.VERSION) {
      throw unknown("version " + version);
    }
    long claim = buffer.getLong(at + JournalRecord.CLAIM_AT);
    switch (kind) {
      case JournalRecord.CLAIM -> visitor.claim(claim, words(at));
      case JournalRecord.SETTLED -> visitor.settled(claim, states(at));
      case JournalRecord.ALL_DELIVERED -> visitor.settled(claim, new byte[0]);
      default -> throw unknown("kind " + kind);
    }
  }

  private long[] words(int at) {
    long[] words = new long[buffer.getInt(at + JournalRecord.LENGTH_AT) / Long.BYTES];
    for (int i = 0; i < words.length; i++) {
      words[i] = buffer.getLong(at + JournalRecord.HEADER + i * Long.BYTES);
    }
    return words;
  }

  private byte[] states(int at) {
    byte[] states = new byte[buffer.getInt(at + JournalRecord.LENGTH_AT)];
    System.arraycopy(bytes, at + JournalRecord.HEADER, states, 0, states.length);
    return states;
  }

  private LedgerDamaged unknown(String what) {
    return new LedgerDamaged(
        path + " holds a record of " + what + ", written by a newer Footfall; upgrade this one");
  }
}
