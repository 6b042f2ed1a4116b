package dev.footfall.app.proof;

import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Invented values that exist nowhere else, in every spelling in which they might get out, and the
 * search for them in bytes. Every person's e-mail, name and so on share a marker, so that few
 * needles find all of them.
 */
final class Canaries {
  static final String EMAIL = "kanarienvogel";
  static final String DOMAIN = "quetzalpost.example";
  static final String GIVEN = "Zyxwandra";
  static final String SURNAME = "Brontosaurowitz";
  static final String CITY = "Nirgendwohausen";
  static final String POSTAL = "K9Z 7Q4";
  static final String BIRTHDATE = "1931-02-17";
  static final String CUSTOMER = "Kundennummer-7Q-";
  static final String MAID = "C0FFEE00-FEED-4BAD-8BAD-";
  static final String CLICK = "Klickspur77";

  /** Area and exchange: a person's four digits follow. */
  static final String PHONE = "212555";

  private static final Pattern HEX = Pattern.compile("(?i)(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");
  private static final int WINDOW = 6;
  private static final int SLOTS = 1 << 20;

  /** Needle → what it is, for the message. */
  private final Map<String, String> needles = new LinkedHashMap<>();

  /** The first bytes of each needle → needles, so that one pass over the bytes finds all. */
  private final Map<Long, List<byte[]>> byBeginning = new HashMap<>();

  /** Which beginnings there are, roughly: most bytes need no further look. */
  private final BitSet beginnings = new BitSet(SLOTS);

  private final List<Shape> shapes = new ArrayList<>();

  /** What digits look like that identify; each has a part that is looked for first. */
  private record Shape(String part, Pattern pattern) {
    static Shape of(String part, String pattern) {
      return new Shape(part, Pattern.compile(pattern));
    }
  }

  /** Those of people. */
  static Canaries ofPeople() {
    Canaries canaries = new Canaries();
    for (String word :
        List.of(EMAIL, DOMAIN, GIVEN, SURNAME, CITY, CUSTOMER, MAID, MAID.replace("-", ""))) {
      canaries.word(word);
    }
    canaries.word(POSTAL);
    canaries.word(POSTAL.replace(" ", ""));
    canaries.word(CLICK);
    canaries.digits(BIRTHDATE);
    for (String date : List.of("19310217", "17021931", "02171931", "1931/02/17", "02/17/1931")) {
      canaries.digits(date);
    }
    canaries.shapes.add(Shape.of("212", "(?<!\\d)\\+?1?[ (.-]*212[ ).-]*555[ .-]*\\d{4}(?!\\d)"));
    canaries.shapes.add(Shape.of("555212", "(?<!\\d)\\d{4}5552121?(?!\\d)"));
    return canaries;
  }

  /** A text that identifies, in all spellings. */
  Canaries word(String word) {
    for (String spelling :
        new TreeSet<>(
            List.of(word, word.toLowerCase(Locale.ROOT), word.toUpperCase(Locale.ROOT)))) {
      encodings(spelling).forEach(e -> needle(e, word));
    }
    return this;
  }

  /** The same without one. */
  Canaries without(String word) {
    needles
        .entrySet()
        .removeIf(
            entry ->
                entry.getValue().replace("-", "").equals(word.replace("-", ""))
                    && byBeginning.values().stream()
                        .allMatch(
                            all -> {
                              all.removeIf(bytes -> latin(bytes).equals(entry.getKey()));
                              return true;
                            }));
    return this;
  }

  /** A hash that must not be kept. */
  Canaries hash(String hex) {
    byte[] raw = HexFormat.of().parseHex(hex.toLowerCase(Locale.ROOT));
    needle(hex.toLowerCase(Locale.ROOT), "hash");
    needle(hex.toUpperCase(Locale.ROOT), "hash");
    needle(latin(raw), "hash, raw");
    needle(Base64.getEncoder().encodeToString(raw).substring(0, 42), "hash, Base64");
    needle(Base64.getUrlEncoder().encodeToString(raw).substring(0, 42), "hash, Base64");
    return this;
  }

  Canaries hashes(Collection<String> hexes) {
    hexes.forEach(this::hash);
    return this;
  }

  /** SHA-256, SHA-1 and MD5 of a value as it is. */
  Canaries hashesOf(String value) {
    for (String algorithm : List.of("SHA-256", "SHA-1", "MD5")) {
      try {
        byte[] raw =
            MessageDigest.getInstance(algorithm).digest(value.getBytes(StandardCharsets.UTF_8));
        needle(HexFormat.of().formatHex(raw), algorithm + " of a value");
        needle(latin(raw), algorithm + " of a value, raw");
      } catch (NoSuchAlgorithmException e) {
        throw new AssertionError(e);
      }
    }
    return this;
  }

  private void digits(String text) {
    shapes.add(Shape.of(text, "(?<![0-9])" + Pattern.quote(text) + "(?![0-9])"));
  }

  private static List<String> encodings(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    List<String> all = new ArrayList<>();
    all.add(latin(utf8));
    all.add(new StringBuilder(text).reverse().toString());
    all.add(latin(text.getBytes(StandardCharsets.UTF_16LE)));
    all.add(HexFormat.of().formatHex(utf8));
    all.add(HexFormat.of().withUpperCase().formatHex(utf8));
    all.add(URLEncoder.encode(text, StandardCharsets.UTF_8));
    for (int shift = 0; shift < 3; shift++) {
      all.add(base64(utf8, shift));
    }
    return all;
  }

  /** What the text looks like inside the Base64 of a longer one, that many bytes in. */
  private static String base64(byte[] utf8, int shift) {
    byte[] shifted = new byte[utf8.length + shift];
    System.arraycopy(utf8, 0, shifted, shift, utf8.length);
    String coded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    return coded.substring(shift == 0 ? 0 : shift + 1, coded.length() - 1);
  }

  private void needle(String latin, String meaning) {
    byte[] bytes = latin.getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length >= WINDOW && needles.put(latin, meaning) == null) {
      long beginning = 0;
      for (int i = 0; i < WINDOW; i++) {
        beginning = with(beginning, bytes[i]);
      }
      beginnings.set(slot(beginning));
      byBeginning.computeIfAbsent(beginning, key -> new ArrayList<>()).add(bytes);
    }
  }

  /** The first canary in the text. */
  Optional<String> in(String text) {
    return in(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The first canary in the bytes, with its surroundings. */
  Optional<String> in(byte[] bytes) {
    long beginning = 0;
    for (int end = 0; end < bytes.length; end++) {
      beginning = with(beginning, bytes[end]);
      if (end + 1 >= WINDOW && beginnings.get(slot(beginning))) {
        int at = end + 1 - WINDOW;
        for (byte[] needle : byBeginning.getOrDefault(beginning, List.of())) {
          if (at + needle.length <= bytes.length
              && Arrays.equals(bytes, at, at + needle.length, needle, 0, needle.length)) {
            return Optional.of(found(needles.get(latin(needle)), bytes, at));
          }
        }
      }
    }
    return inDigits(bytes);
  }

  private Optional<String> inDigits(byte[] bytes) {
    String text = latin(bytes);
    for (Shape shape : shapes) {
      Matcher matcher = shape.pattern().matcher(text);
      if (text.contains(shape.part()) && matcher.find()) {
        return Optional.of(found(shape.pattern().pattern(), bytes, matcher.start()));
      }
    }
    return Optional.empty();
  }

  private static String found(String meaning, byte[] bytes, int at) {
    int from = Math.max(0, at - 80);
    String around = latin(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, at + 120)));
    return meaning + " in: …" + around.replaceAll("[^\\x20-\\x7e]", ".") + "…";
  }

  /** The last bytes of a text that goes on with another one, as a number. */
  private static long with(long beginning, byte next) {
    return ((beginning << Byte.SIZE) | (next & 0xff)) & ((1L << (WINDOW * Byte.SIZE)) - 1);
  }

  private static int slot(long beginning) {
    return (int) ((beginning * 0x9E3779B97F4A7C15L) >>> 44);
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** All SHA-256 in hex that stand in a text. */
  static Collection<String> hashesIn(String text) {
    TreeSet<String> found = new TreeSet<>();
    Matcher matcher = HEX.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group().toLowerCase(Locale.ROOT));
    }
    return found;
  }

  /** A number that no other person has, as letters. */
  static String letters(int number) {
    return new BigInteger(Integer.toString(number))
        .toString(16)
        .chars()
        .map(c -> Character.isDigit(c) ? 'g' + (c - '0') : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
