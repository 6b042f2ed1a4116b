package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.Code;
import dev.footfall.core.source.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Looks at what we wrote with the eyes of TikTok's upload page, so that no file is offered that it
 * would turn down. The codes follow the errors that TikTok lists.
 */
final class CsvCheck {
  private static final int COLUMNS = 12;
  private static final int PRICE = 4;
  private static final int CURRENCY = 5;
  private static final int QUANTITY = 8;
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
  private static final Pattern AMOUNT = Pattern.compile("\\d+(\\.\\d+)?");
  private static final Pattern WHOLE = Pattern.compile("[1-9]\\d*");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern PHONE = Pattern.compile("\\+?[1-9]\\d{5,14}");

  private final Set<String> labels;
  private final boolean isHashed;
  private final int mostBytes;

  CsvCheck(TikTokSettings.Files settings) {
    this.labels =
        EventType.ALL.stream()
            .flatMap(type -> type.label(settings.labels()).stream())
            .collect(Collectors.toSet());
    this.isHashed = settings.hashed();
    this.mostBytes = settings.mostBytes();
  }

  /** What is wrong with a whole file, of which one line at a time is in memory. */
  Optional<Code> file(String name, InputStream content) throws IOException {
    if (!name.endsWith(".csv")) {
      return Optional.of(Code.CSV_BAD_EXTENSION);
    }
    CsvLines lines = new CsvLines(content);
    if (!Arrays.equals(lines.next(), Text.utf8(TikTokFile.HEADER + "\r\n"))) {
      return Optional.of(Code.CSV_BAD_FORMAT);
    }
    Optional<Code> fault = Optional.empty();
    long events = 0;
    for (byte[] line = lines.next(); line.length > 0 && fault.isEmpty(); line = lines.next()) {
      events++;
      fault = lines.bytes() > mostBytes ? Optional.of(Code.CSV_TOO_LARGE) : lines(line);
    }
    return events == 0 ? Optional.of(Code.CSV_MISSING_REQUIRED) : fault;
  }

  /** What is wrong with the lines of one event, which go into one file beside its header. */
  Optional<Code> event(byte[] lines) {
    return TikTokFile.HEADER.length() + 2 + lines.length > mostBytes
        ? Optional.of(Code.CSV_TOO_LARGE)
        : lines(lines);
  }

  private Optional<Code> lines(byte[] lines) {
    Optional<String> text = decode(lines);
    if (text.isEmpty() || !text.get().endsWith("\r\n")) {
      return Optional.of(text.isEmpty() ? Code.CSV_ILLEGAL_CHARACTER : Code.CSV_BAD_FORMAT);
    }
    for (String line : text.get().substring(0, text.get().length() - 2).split("\r\n", -1)) {
      Optional<Code> fault = line(line);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> decode(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  private Optional<Code> line(String line) {
    if (line.chars().anyMatch(Character::isISOControl) || line.indexOf('\uFEFF') >= 0) {
      return Optional.of(Code.CSV_ILLEGAL_CHARACTER);
    }
    List<String> cells = cells(line);
    if (cells.size() != COLUMNS) {
      return Optional.of(Code.CSV_BAD_FORMAT);
    }
    boolean lacks = cells.get(0).isEmpty() || cells.get(3).isEmpty();
    if (lacks || (cells.get(1).isEmpty() && cells.get(2).isEmpty())) {
      return Optional.of(Code.CSV_MISSING_REQUIRED);
    }
    if (!isTime(cells.get(3))) {
      return Optional.of(Code.CSV_BAD_TIMESTAMP);
    }
    return isWellFormed(cells) ? Optional.empty() : Optional.of(Code.CSV_BAD_FORMAT);
  }

  private static boolean isTime(String text) {
    try {
      return TIME.matcher(text).matches() && Instant.parse(text) != null;
    } catch (DateTimeException noSuchTime) {
      return false;
    }
  }

  private boolean isWellFormed(List<String> cells) {
    boolean isPriced = !cells.get(PRICE).isEmpty();
    return labels.contains(cells.get(0))
        && isIdentity(cells.get(1), cells.get(1).indexOf('@') > 0)
        && isIdentity(cells.get(2), PHONE.matcher(cells.get(2)).matches())
        && isPriced != cells.get(CURRENCY).isEmpty()
        && (!isPriced || AMOUNT.matcher(cells.get(PRICE)).matches())
        && (cells.get(QUANTITY).isEmpty() || WHOLE.matcher(cells.get(QUANTITY)).matches());
  }

  private boolean isIdentity(String value, boolean isPlain) {
    return value.isEmpty() || DIGEST.matcher(value).matches() || (!isHashed && isPlain);
  }

  /** The values of a line; none when its quotes are wrong. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean isPair = isQuoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"';
      if (isPair) {
        cell.append(c);
        i++;
      } else if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == ',' && !isQuoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return isQuoted ? List.of() : cells;
  }
}
