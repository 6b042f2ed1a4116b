package dev.footfall.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole files, packed. */
class PackingTest {
  private static final String CONTENT = "a,b\n1,2\n".repeat(100);

  @TempDir Path folder;

  private byte[] packed(Packing packing) throws IOException {
    Path from = folder.resolve("from");
    Path to = folder.resolve("to");
    Files.writeString(from, CONTENT);
    packing.pack(from, to, "events.csv");
    return Files.readAllBytes(to);
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void gzip_gives_the_content_back() throws IOException {
    assertThat(text(new GZIPInputStream(new ByteArrayInputStream(packed(Packing.GZIP)))))
        .isEqualTo(CONTENT);
  }

  @Test
  void zip_holds_one_entry_of_the_files_name() throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed(Packing.ZIP)))) {
      assertThat(zip.getNextEntry().getName()).isEqualTo("events.csv");
      assertThat(text(zip)).isEqualTo(CONTENT);
    }
  }

  @Test
  void zip64_has_sizes_of_64_bits_and_is_read_as_a_stream_and_as_a_file() throws IOException {
    byte[] packed = packed(Packing.ZIP64);

    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
      assertThat(zip.getNextEntry().getName()).isEqualTo("events.csv");
      assertThat(text(zip)).isEqualTo(CONTENT);
      assertThat(zip.getNextEntry()).isNull();
    }
    try (ZipFile zip = new ZipFile(folder.resolve("to").toFile())) {
      ZipEntry entry = zip.entries().nextElement();
      assertThat(zip.size()).isEqualTo(1);
      assertThat(entry.getSize()).isEqualTo(CONTENT.length());
      assertThat(entry.getTimeLocal()).isEqualTo("1980-01-01T00:00:00");
      assertThat(text(zip.getInputStream(entry))).isEqualTo(CONTENT);
    }
    ByteBuffer bytes = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(bytes.getInt(18)).as("packed size in the header").isEqualTo(-1);
    assertThat(bytes.getInt(22)).as("size in the header").isEqualTo(-1);
    assertThat(bytes.getShort(40)).as("the field of long sizes").isEqualTo((short) 1);
    assertThat(bytes.getLong(44)).isEqualTo(CONTENT.length());
    assertThat(bytes.getInt(packed.length - 98)).as("the long end").isEqualTo(0x06064b50);
    assertThat(bytes.getInt(packed.length - 42)).as("where it is").isEqualTo(0x07064b50);
  }

  @Test
  void tar_holds_one_entry_in_whole_blocks_with_a_right_checksum() throws IOException {
    byte[] tar = packed(Packing.TAR);
    String header = new String(tar, 0, 512, StandardCharsets.ISO_8859_1);
    int sum = 8 * ' ';
    for (int i = 0; i < 512; i++) {
      sum += i >= 148 && i < 156 ? 0 : tar[i] & 0xFF;
    }

    assertThat(tar.length % 512).isZero();
    assertThat(header).startsWith("events.csv\0").contains("ustar\00000");
    assertThat(Long.parseLong(header.substring(124, 135), 8)).isEqualTo(CONTENT.length());
    assertThat(Integer.parseInt(header.substring(148, 154), 8)).isEqualTo(sum);
    assertThat(new String(tar, 512, CONTENT.length(), StandardCharsets.UTF_8)).isEqualTo(CONTENT);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed(Packing.TGZ))).readAllBytes())
        .isEqualTo(tar);
  }

  @Test
  void the_same_content_gives_the_same_bytes() throws IOException {
    for (Packing packing : Packing.values()) {
      assertThat(packed(packing)).as(packing.name()).isEqualTo(packed(packing));
    }
  }
}
