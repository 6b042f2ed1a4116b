package dev.footfall.sandbox.platform;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.footfall.sandbox.json.Json;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * One NDJSON file a platform: {@code {"at":…,"target":…,"test":…,"counted":…,"key":…,"event":{…}}}
 * a line.
 *
 * <p>A last line cut off by a crash is passed over when the file is read again. Not safe for
 * several threads.
 */
public final class FileJournal implements Journal {
  private static final int BUFFER = 1 << 16;
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Path file;
  private OutputStream out;

  /** Opens, and when needed creates, the file. */
  public FileJournal(Path file) {
    this.file = file;
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      boolean cutOff = endsInMidLine(file);
      this.out = open(StandardOpenOption.APPEND);
      if (cutOff) {
        out.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void replay(Consumer<Line> each) {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Json.read(line.getBytes(StandardCharsets.UTF_8)).ifPresent(node -> each.accept(line(node)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void append(Line line) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER / 64);
    try (JsonGenerator json = MAPPER.createGenerator(bytes, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringField("at", line.event().at().toString());
      json.writeStringField("target", line.event().target());
      json.writeBooleanField("test", line.event().test());
      json.writeBooleanField("counted", line.counted());
      json.writeStringField("key", Long.toHexString(line.key()));
      json.writeFieldName("event");
      json.writeRawValue(onOneLine(line.event().json()));
      json.writeEndObject();
      json.writeRaw('\n');
      json.flush();
      bytes.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void clear() {
    try {
      out.close();
      out = open(StandardOpenOption.TRUNCATE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Inside JSON texts line breaks are escaped, so that those left are only layout. */
  private static String onOneLine(String json) {
    return json.replace('\n', ' ').replace('\r', ' ');
  }

  private OutputStream open(StandardOpenOption how) throws IOException {
    return new BufferedOutputStream(
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how),
        BUFFER);
  }

  private static boolean endsInMidLine(Path file) throws IOException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      return false;
    }
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      bytes.seek(bytes.length() - 1);
      return bytes.read() != '\n';
    }
  }

  private static Line line(JsonNode node) {
    KeptEvent event =
        new KeptEvent(
            Instant.parse(Json.text(node, "at")),
            Json.text(node, "target"),
            node.path("test").booleanValue(),
            node.path("event").toString());
    long key = Long.parseUnsignedLong(Json.text(node, "key"), 16);
    return new Line(event, key, node.path("counted").booleanValue());
  }
}
