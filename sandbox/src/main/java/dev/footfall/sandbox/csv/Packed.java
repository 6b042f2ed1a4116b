package dev.footfall.sandbox.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A file as it was delivered: plain, or packed as its last extension says (.gz, .zip, .tar, .tgz).
 * An archive holds one file.
 */
public final class Packed {
  private static final int TAR_BLOCK = 512;
  private static final int TAR_SIZE_AT = 124;
  private static final int TAR_SIZE_LENGTH = 11;

  private Packed() {}

  /** The name without the extensions that packing and encryption have added. */
  public static String plainName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String extension : new String[] {".pgp", ".gz", ".zip", ".tar", ".tgz"}) {
      if (lower.endsWith(extension)) {
        return plainName(name.substring(0, name.length() - extension.length()));
      }
    }
    return name;
  }

  /** Whether nobody but the receiver can read the file. */
  public static boolean isEncrypted(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".pgp");
  }

  /**
   * The bytes inside.
   *
   * @throws IOException if the file is not packed as its name says
   */
  public static InputStream open(String name, InputStream in) throws IOException {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".tgz")) {
      return untarred(new GZIPInputStream(in));
    } else if (lower.endsWith(".gz")) {
      return open(name.substring(0, name.length() - ".gz".length()), new GZIPInputStream(in));
    } else if (lower.endsWith(".tar")) {
      return untarred(in);
    } else if (lower.endsWith(".zip")) {
      return unzipped(new ZipInputStream(in, StandardCharsets.UTF_8));
    }
    return new BufferedInputStream(in);
  }

  private static InputStream unzipped(ZipInputStream zip) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    if (entry == null || entry.isDirectory()) {
      throw new IOException("is no zip archive with a file in it");
    }
    return zip;
  }

  private static InputStream untarred(InputStream tar) throws IOException {
    byte[] header = tar.readNBytes(TAR_BLOCK);
    if (header.length < TAR_BLOCK) {
      throw new IOException("is no tar archive");
    }
    String size =
        new String(header, TAR_SIZE_AT, TAR_SIZE_LENGTH, StandardCharsets.US_ASCII).strip();
    if (!size.matches("[0-7]{1,11}")) {
      throw new IOException("is no tar archive");
    }
    return new First(tar, Long.parseLong(size, 8));
  }

  /** The first so many bytes of a stream. */
  private static final class First extends InputStream {
    private final InputStream in;
    private long left;

    First(InputStream in, long left) {
      this.in = in;
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      return left-- > 0 ? in.read() : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left <= 0) {
        return -1;
      }
      int read = in.read(bytes, offset, (int) Math.min(length, left));
      left -= Math.max(0, read);
      return read;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
