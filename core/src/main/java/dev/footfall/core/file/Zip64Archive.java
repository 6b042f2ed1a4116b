package dev.footfall.core.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * A zip archive of one entry whose sizes have 64 bits whatever they are, for receivers that ask for
 * it. Sections 4.3 and 4.5.3 of PKWARE's APPNOTE 6.3.10.
 */
final class Zip64Archive {
  private static final short VERSION = 45;
  private static final short UTF_8 = 1 << 11;
  private static final short DEFLATED = 8;
  private static final short NEW_YEAR_1980 = 1 << 5 | 1;
  private static final short EXTRA = 1;
  private static final short SEE_EXTRA_SHORT = -1;
  private static final int SEE_EXTRA = -1;

  private static final int LOCAL = 0x04034b50;
  private static final int ENTRY = 0x02014b50;
  private static final int LONG_END = 0x06064b50;
  private static final int LONG_END_AT = 0x07064b50;
  private static final int END = 0x06054b50;

  private final byte[] name;

  /** An archive whose entry has this name. */
  Zip64Archive(String name) {
    this.name = name.getBytes(StandardCharsets.UTF_8);
  }

  /** What is known of the entry once it is packed. */
  private record Packed(int crc, long size, long packedSize) {}

  void write(Path from, Path to) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            to,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer room = local(new Packed(0, 0, 0));
      int begin = room.remaining();
      write(out, room);
      Packed packed = deflate(from, out, begin);
      long directory = out.position();
      write(out, entry(packed));
      write(out, end(directory, out.position() - directory));
      out.position(0);
      write(out, local(packed));
    }
  }

  private static Packed deflate(Path from, FileChannel out, int begin) throws IOException {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    OutputStream to = new BufferedOutputStream(Channels.newOutputStream(out), 1 << 16);
    DeflaterOutputStream packed = new DeflaterOutputStream(to, deflater, 1 << 13);
    CRC32 crc = new CRC32();
    try (InputStream in = new CheckedInputStream(Files.newInputStream(from), crc)) {
      long size = in.transferTo(packed);
      packed.finish();
      packed.flush();
      return new Packed((int) crc.getValue(), size, out.position() - begin);
    } finally {
      deflater.end();
    }
  }

  private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private ByteBuffer local(Packed packed) {
    ByteBuffer out = buffer(50 + name.length).putInt(LOCAL);
    described(out, packed).putShort((short) name.length).putShort((short) 20).put(name);
    return out.putShort(EXTRA)
        .putShort((short) 16)
        .putLong(packed.size)
        .putLong(packed.packedSize)
        .flip();
  }

  private static ByteBuffer described(ByteBuffer out, Packed packed) {
    return out.putShort(VERSION)
        .putShort(UTF_8)
        .putShort(DEFLATED)
        .putShort((short) 0)
        .putShort(NEW_YEAR_1980)
        .putInt(packed.crc)
        .putInt(SEE_EXTRA)
        .putInt(SEE_EXTRA);
  }

  private ByteBuffer entry(Packed packed) {
    ByteBuffer out = buffer(74 + name.length).putInt(ENTRY).putShort(VERSION);
    described(out, packed).putShort((short) name.length).putShort((short) 28);
    out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0).putInt(SEE_EXTRA);
    return out.put(name)
        .putShort(EXTRA)
        .putShort((short) 24)
        .putLong(packed.size)
        .putLong(packed.packedSize)
        .putLong(0)
        .flip();
  }

  private static ByteBuffer end(long directory, long size) {
    ByteBuffer out = buffer(98).putInt(LONG_END).putLong(44).putShort(VERSION).putShort(VERSION);
    out.putInt(0).putInt(0).putLong(1).putLong(1).putLong(size).putLong(directory);
    out.putInt(LONG_END_AT).putInt(0).putLong(directory + size).putInt(1);
    out.putInt(END).putShort((short) 0).putShort((short) 0);
    return out.putShort(SEE_EXTRA_SHORT)
        .putShort(SEE_EXTRA_SHORT)
        .putInt(SEE_EXTRA)
        .putInt(SEE_EXTRA)
        .putShort((short) 0)
        .flip();
  }
}
