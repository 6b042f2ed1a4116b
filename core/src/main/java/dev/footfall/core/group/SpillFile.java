package dev.footfall.core.group;

import dev.footfall.core.source.SourceFault;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;

/** A temporary file of blocks of rows; deleted when it is closed. One thread. */
final class SpillFile implements AutoCloseable {
  private static final String UNUSABLE = "TEMPORARY_FOLDER_UNUSABLE";

  private final Path path;
  private final FileChannel channel;
  private final SpillCipher cipher;
  private final boolean encrypted;
  private byte[] sealed = {};
  private long end;

  /** Where a block lies, and how long it is when plain. */
  record Block(long at, int length, long number) {}

  /** A new file in a folder. */
  SpillFile(Path folder, SpillCipher cipher, boolean encrypted) {
    this.cipher = cipher;
    this.encrypted = encrypted;
    this.path = folder.resolve("rows-" + cipher.next());
    try {
      this.channel =
          FileChannel.open(
              path,
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Appends {@code bytes[0, length)}. */
  Block write(byte[] bytes, int length) {
    Block block = new Block(end, length, cipher.next());
    byte[] written = bytes;
    int size = length;
    if (encrypted) {
      size = SpillCipher.sealed(length);
      written = sealed(size);
      cipher.encrypt(block.number, bytes, length, written);
    }
    try {
      ByteBuffer buffer = ByteBuffer.wrap(written, 0, size);
      while (buffer.hasRemaining()) {
        end += channel.write(buffer, end);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
    return block;
  }

  /** Reads a block into {@code target} from {@code at}. */
  void read(Block block, byte[] target, int at) {
    try {
      if (encrypted) {
        int size = SpillCipher.sealed(block.length);
        byte[] read = sealed(size);
        fill(ByteBuffer.wrap(read, 0, size), block.at);
        cipher.decrypt(block.number, read, size, target, at);
      } else {
        fill(ByteBuffer.wrap(target, at, block.length), block.at);
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new SourceFault(
          UNUSABLE,
          "A temporary file in "
              + path.getParent()
              + " cannot be read back: it was changed or its disk fails. Run again",
          e);
    }
  }

  private void fill(ByteBuffer buffer, long from) throws IOException {
    long at = from;
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, at);
      if (read < 0) {
        throw new EOFException();
      }
      at += read;
    }
  }

  private byte[] sealed(int size) {
    if (sealed.length < size) {
      sealed = new byte[size];
    }
    return sealed;
  }

  private SourceFault unwritable(IOException e) {
    return new SourceFault(
        UNUSABLE,
        "Cannot write to the temporary folder "
            + path.getParent()
            + " after "
            + (end >> 20)
            + " MB"
            + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")")
            + ". Free disk space there, or narrow the query, then run again",
        e);
  }

  @Override
  public void close() {
    try (channel) {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + path, e);
    }
  }
}
