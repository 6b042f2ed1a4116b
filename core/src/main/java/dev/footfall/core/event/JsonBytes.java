package dev.footfall.core.event;

import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes JSON straight into bytes: prepared keys, no tree, no string. Places commas itself.
 *
 * <p>Reused from event to event; not safe for several threads.
 */
public final class JsonBytes {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  /** Which bytes of a text cannot stand as they are. */
  private static final boolean[] ESCAPED = escaped();

  private static boolean[] escaped() {
    boolean[] escaped = new boolean[256];
    Arrays.fill(escaped, 0, 0x20, true);
    escaped['"'] = true;
    escaped['\\'] = true;
    escaped[0x7F] = true;
    return escaped;
  }

  private final ByteBuilder out = new ByteBuilder(4096);

  /** Whether what is written next follows a value. */
  private boolean follows;

  /** A key ready to be written: quoted, with its colon. The name must need no escaping. */
  public static byte[] key(String name) {
    return ('"' + name + "\":").getBytes(StandardCharsets.UTF_8);
  }

  /** A key ready to be written, whatever its name holds. */
  public static byte[] anyKey(String name) {
    byte[] text = new JsonBytes().text(name).toBytes();
    byte[] key = Arrays.copyOf(text, text.length + 1);
    key[text.length] = ':';
    return key;
  }

  /** Starts anew. */
  public JsonBytes clear() {
    out.clear();
    follows = false;
    return this;
  }

  /** Opens an object. */
  public JsonBytes beginObject() {
    comma();
    out.add('{');
    follows = false;
    return this;
  }

  /** Closes an object. */
  public JsonBytes endObject() {
    out.add('}');
    follows = true;
    return this;
  }

  /** Opens an array. */
  public JsonBytes beginArray() {
    comma();
    out.add('[');
    follows = false;
    return this;
  }

  /** Closes an array. */
  public JsonBytes endArray() {
    out.add(']');
    follows = true;
    return this;
  }

  /** Writes a key made by {@link #key(String)}. */
  public JsonBytes key(byte[] prepared) {
    comma();
    out.add(prepared);
    follows = false;
    return this;
  }

  /** Writes a string that needs no escaping, such as hex digits. */
  public JsonBytes plain(byte[] bytes, int start, int end) {
    comma();
    out.add('"').add(bytes, start, end).add('"');
    return this;
  }

  /** Writes a key and a list of one string that needs no escaping, in one go. */
  public JsonBytes plainList(byte[] key, Text value) {
    comma();
    out.ensure(key.length + value.length() + 4);
    byte[] to = out.bytes();
    int at = out.length();
    System.arraycopy(key, 0, to, at, key.length);
    at += key.length;
    to[at++] = '[';
    to[at++] = '"';
    System.arraycopy(value.bytes(), value.start(), to, at, value.length());
    at += value.length();
    to[at++] = '"';
    to[at++] = ']';
    out.length(at);
    return this;
  }

  /** Writes a string that needs no escaping. */
  public JsonBytes plain(byte[] bytes) {
    return plain(bytes, 0, bytes.length);
  }

  /** Writes a text, escaped. */
  public JsonBytes text(Text text) {
    return text(text.bytes(), text.start(), text.end());
  }

  /** Writes a text, escaped. */
  public JsonBytes text(String text) {
    byte[] bytes = Text.utf8(text);
    return text(bytes, 0, bytes.length);
  }

  /** Writes UTF-8 bytes as a text, escaped. */
  public JsonBytes text(byte[] bytes, int start, int end) {
    comma();
    out.add('"');
    int from = start;
    for (int i = start; i < end; i++) {
      if (ESCAPED[bytes[i] & 0xFF]) {
        out.add(bytes, from, i);
        escape(bytes[i]);
        from = i + 1;
      }
    }
    out.add(bytes, from, end).add('"');
    return this;
  }

  private void escape(byte b) {
    switch (b) {
      case '"', '\\' -> out.add('\\').add(b);
      case '\n' -> out.add('\\').add('n');
      case '\r' -> out.add('\\').add('r');
      case '\t' -> out.add('\\').add('t');
      default -> out.add('\\').add('u').add('0').add('0').add(HEX[b >> 4]).add(HEX[b & 15]);
    }
  }

  /** Writes a whole number. */
  public JsonBytes number(long value) {
    comma();
    out.add(value);
    return this;
  }

  /** Writes a decimal number, all its digits, no exponent. */
  public JsonBytes number(Decimal value) {
    comma();
    digits(value);
    return this;
  }

  /** Writes a decimal number as a string. */
  public JsonBytes numberText(Decimal value) {
    comma();
    out.add('"');
    digits(value);
    out.add('"');
    return this;
  }

  private void digits(Decimal value) {
    out.ensure(value.maxWidth());
    out.length(value.write(out.bytes(), out.length()));
  }

  /**
   * Writes a time in UTC as text: {@code 2026-07-19T18:22:05Z}.
   *
   * @param units since the Unix epoch
   * @param fraction how many digits of a second a unit is: 0 for seconds, 3 for milliseconds
   */
  public JsonBytes time(long units, int fraction) {
    comma();
    boolean isWhole = fraction == 0;
    UtcTime.write(isWhole ? units : Math.floorDiv(units, 1000L), 'T', out.add('"'));
    if (!isWhole) {
      int millis = (int) Math.floorMod(units, 1000L);
      out.add('.').add('0' + millis / 100).add('0' + millis / 10 % 10).add('0' + millis % 10);
    }
    out.add('Z').add('"');
    return this;
  }

  /** Writes true or false. */
  public JsonBytes flag(boolean value) {
    return raw(value ? TRUE : FALSE);
  }

  /** Writes null. */
  public JsonBytes none() {
    return raw(NULL);
  }

  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

  /** Writes JSON that is ready. */
  public JsonBytes raw(byte[] json) {
    comma();
    out.add(json);
    return this;
  }

  /**
   * Writes a piece of JSON as it is, without a comma before it. What follows needs none after a
   * piece that ends in a colon or an opening bracket.
   */
  public JsonBytes piece(byte[] json) {
    out.add(json);
    byte last = json[json.length - 1];
    follows = last != '{' && last != '[' && last != ':';
    return this;
  }

  /** Writes bytes as they are, whatever they are, without a comma before or after them. */
  JsonBytes piece(Text text) {
    out.add(text);
    follows = false;
    return this;
  }

  /** Compares bytes as far as both go: 0 where one is the beginning of the other. */
  int compareBeginning(JsonBytes other) {
    int shorter = Math.min(out.length(), other.out.length());
    return Arrays.compareUnsigned(out.bytes(), 0, shorter, other.out.bytes(), 0, shorter);
  }

  /** Compares bytes. */
  int compareWith(JsonBytes other) {
    int order = compareBeginning(other);
    return order != 0 ? order : Integer.compare(out.length(), other.out.length());
  }

  /** How many bytes so far. */
  public int length() {
    return out.length();
  }

  /** Forgets what came after that length, to take back an object that turned out empty. */
  public void backTo(int length) {
    out.length(length);
    byte last = length == 0 ? (byte) '{' : out.bytes()[length - 1];
    follows = last != '{' && last != '[' && last != ':';
  }

  /** What was written. */
  public byte[] toBytes() {
    return out.copy();
  }

  /** A comma unless a container or a key was just opened, or nothing was written. */
  private void comma() {
    if (follows) {
      out.add(',');
    }
    follows = true;
  }
}
