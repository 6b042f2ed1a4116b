package dev.footfall.store.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A file of at most 2 GiB, mapped read-only. Stays readable after the file was deleted; the mapping
 * ends when the object is collected. Safe for several threads.
 */
final class Mapping {
  private final ByteBuffer bytes;

  Mapping(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      bytes =
          channel
              .map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
              .order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  int size() {
    return bytes.capacity();
  }

  long longAt(long offset) {
    return bytes.getLong((int) offset);
  }

  int intAt(long offset) {
    return bytes.getInt((int) offset);
  }

  int crc(long from, long to) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.slice((int) from, (int) (to - from)));
    return (int) crc.getValue();
  }
}
