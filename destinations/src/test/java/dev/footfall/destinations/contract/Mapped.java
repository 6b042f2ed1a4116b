package dev.footfall.destinations.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a set of rows became.
 *
 * @param events built, without those that repeat an earlier one
 * @param rejected rows that left; a repeated event's rows as DUPLICATE_EVENT
 * @param dropped fields of rows that went without them
 * @param notices of events that are sent
 */
public record Mapped(
    List<Event> events, List<Line> rejected, List<Line> dropped, List<Line> notices) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Copies the lists. */
  public Mapped {
    events = List.copyOf(events);
    rejected = List.copyOf(rejected);
    dropped = List.copyOf(dropped);
    notices = List.copyOf(notices);
  }

  /**
   * One line of a report.
   *
   * @param row as numbered by the source, from 1; 0 for the whole event
   */
  public record Line(long row, Code code, String column, String detail) {
    /** Row, code and column, as in {@code 3 BAD_PHONE phone}. */
    public String brief() {
      return row + " " + code + (column.isEmpty() ? "" : " " + column);
    }
  }

  /** The only event as JSON. */
  public JsonNode event() {
    if (events.size() != 1) {
      throw new AssertionError(events.size() + " events, rejected " + rejected);
    }
    return json(0);
  }

  /** An event as JSON. */
  public JsonNode json(int event) {
    try {
      return JSON.readTree(events.get(event).body());
    } catch (IOException notJson) {
      throw new AssertionError(text(event), notJson);
    }
  }

  /** An event's bytes as text. */
  public String text(int event) {
    return new String(events.get(event).body(), StandardCharsets.UTF_8);
  }

  /** All events' texts, sorted. */
  public List<String> texts() {
    return events.stream().map(e -> new String(e.body(), StandardCharsets.UTF_8)).sorted().toList();
  }

  /** The codes of the rejected rows, by row. */
  public List<Code> codes() {
    return rejected.stream().sorted(Comparator.comparingLong(Line::row)).map(Line::code).toList();
  }

  /** The codes of the dropped fields. */
  public List<Code> droppedCodes() {
    return dropped.stream().map(Line::code).toList();
  }

  /** The codes of the notices. */
  public List<Code> noticeCodes() {
    return notices.stream().map(Line::code).toList();
  }

  /** How many fates each row has; the books balance when all are 1. */
  public Map<Long, Integer> fates() {
    Map<Long, Integer> fates = new TreeMap<>();
    List<Long> rows = new ArrayList<>();
    events.forEach(e -> Arrays.stream(e.rows().numbers()).forEach(rows::add));
    rejected.forEach(line -> rows.add(line.row()));
    rows.forEach(row -> fates.merge(row, 1, Integer::sum));
    return fates;
  }
}
