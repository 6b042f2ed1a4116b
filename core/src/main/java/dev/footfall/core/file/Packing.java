package dev.footfall.core.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * How a whole file is packed before it goes out. The same content gives the same bytes: no times
 * and no names of users go in.
 */
public enum Packing {
  /** As it is. */
  NONE(""),
  /** gzip. */
  GZIP(".gz"),
  /** A zip archive of one entry; ZIP64 where its size asks for it. */
  ZIP(".zip"),
  /** A zip archive of one entry, in ZIP64 whatever its size. */
  ZIP64(".zip"),
  /** A tar archive of one entry. */
  TAR(".tar"),
  /** A tar archive of one entry, in gzip. */
  TGZ(".tgz");

  private static final int BLOCK = 512;
  private static final long LARGEST_OCTAL = 077777777777L;

  private final String extension;

  Packing(String extension) {
    this.extension = extension;
  }

  /** What is appended to a file's name, such as {@code .gz}. */
  public String extension() {
    return extension;
  }

  /** The name of what is packed in a file, such as {@code a.csv} in {@code a.csv.zip.pgp}. */
  public String entryName(String name) {
    int end = name.lastIndexOf(extension);
    return end > 0 ? name.substring(0, end) : name;
  }

  /** The packing of a setting's word, such as {@code gzip}. */
  public static Packing of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /**
   * Packs a file.
   *
   * @param name of the entry inside an archive
   */
  public void pack(Path from, Path to, String name) throws IOException {
    if (this == ZIP64) {
      new Zip64Archive(name).write(from, to);
      return;
    }
    try (InputStream in = Files.newInputStream(from);
        OutputStream out = Files.newOutputStream(to)) {
      switch (this) {
        case NONE, ZIP64 -> in.transferTo(out);
        case GZIP -> gzip(in, out);
        case ZIP -> zip(in, out, name);
        case TAR -> tar(in, out, name, Files.size(from));
        case TGZ -> {
          try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            tar(in, packed, name, Files.size(from));
          }
        }
      }
    }
  }

  private static void gzip(InputStream in, OutputStream out) throws IOException {
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      in.transferTo(packed);
    }
  }

  private static void zip(InputStream in, OutputStream out, String name) throws IOException {
    try (ZipOutputStream packed = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      ZipEntry entry = new ZipEntry(name);
      entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
      packed.putNextEntry(entry);
      in.transferTo(packed);
      packed.closeEntry();
    }
  }

  private static void tar(InputStream in, OutputStream out, String name, long size)
      throws IOException {
    out.write(tarHeader(name, size));
    in.transferTo(out);
    int rest = (int) (size % BLOCK);
    out.write(new byte[(rest == 0 ? 0 : BLOCK - rest) + 2 * BLOCK]);
  }

  /** A header as POSIX.1-1988 (ustar) has it; sizes of 8 GiB and more in base 256. */
  private static byte[] tarHeader(String name, long size) {
    byte[] header = new byte[BLOCK];
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, 0, Math.min(bytes.length, 100));
    put(header, 100, "0000644");
    put(header, 108, "0000000");
    put(header, 116, "0000000");
    if (size <= LARGEST_OCTAL) {
      put(header, 124, String.format(Locale.ROOT, "%011o", size));
    } else {
      header[124] = (byte) 0x80;
      for (int i = 0; i < 8; i++) {
        header[135 - i] = (byte) (size >>> (8 * i));
      }
    }
    put(header, 136, "00000000000");
    header[156] = '0';
    put(header, 257, "ustar\00000");
    Arrays.fill(header, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte each : header) {
      sum += each & 0xFF;
    }
    put(header, 148, String.format(Locale.ROOT, "%06o\0", sum));
    return header;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
