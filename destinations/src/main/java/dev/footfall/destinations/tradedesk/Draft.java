package dev.footfall.destinations.tradedesk;

import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.source.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A conversion before the operator was asked: who it may be, and what all of its items say alike.
 *
 * <p>As bytes {@code {"Who":["e:hash","d:id"],…}}; what follows the array is the end of every item.
 *
 * @param people with the letters of their kinds
 * @param body the draft's bytes
 * @param tail where the end of the items begins
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Draft(List<Person> people, byte[] body, int tail) {
  /** Bytes of an item around its identifier, at most, and of a pair in an array of them. */
  private static final int ITEM = 20;

  private static final int ARRAY = 12;

  /** Bytes of what a hash becomes. */
  private static final int MAPPED = 44;

  private static final byte[] HEAD = Text.utf8("{\"Who\":[");

  /**
   * One identifier.
   *
   * @param value as it stands in JSON
   */
  record Person(Kind kind, String value) {
    /** What the operator is asked for. */
    String name() {
      return kind.letter() + ":" + value;
    }
  }

  /** Takes a draft apart. */
  static Draft of(byte[] body) {
    List<Person> people = new ArrayList<>(2);
    int at = HEAD.length;
    while (body[at] == '"') {
      int end = at + 1;
      while (body[end] != '"') {
        end += body[end] == '\\' ? 2 : 1;
      }
      String value = new String(body, at + 3, end - at - 3, StandardCharsets.UTF_8);
      people.add(new Person(Kind.of(body[at + 1]), value));
      at = body[end + 1] == ',' ? end + 2 : end + 1;
    }
    return new Draft(people, body, at + 2);
  }

  /** Begins a draft; the members that all items share follow. */
  static void begin(TradeDeskPerson person, JsonBytes json, ByteBuilder scratch) {
    json.clear().piece(HEAD);
    for (int i = 0; i < person.size(); i++) {
      Text value = person.value(i);
      scratch.clear().add(person.kind(i).letter()).add(':').add(value);
      json.text(scratch.bytes(), 0, scratch.length());
    }
    json.endArray();
  }

  /** The same draft with fewer people. */
  byte[] withFirst(int count) {
    ByteBuilder other = new ByteBuilder(body.length).add(HEAD);
    for (int i = 0; i < count; i++) {
      other.add(Text.utf8((i == 0 ? "\"" : ",\"") + people.get(i).name() + '"'));
    }
    return other.add(']').add(',').add(body, tail, body.length).copy();
  }

  /** How many of the people fit so many bytes of items; with {@code isArray}, all or none. */
  int fitting(int most, boolean isArray) {
    int shared = body.length - tail;
    if (isArray || people.isEmpty()) {
      boolean fits = body.length + (ARRAY + MAPPED) * people.size() <= most;
      return fits ? people.size() : -1;
    }
    int bytes = 0;
    for (int i = 0; i < people.size(); i++) {
      bytes += shared + ITEM + Math.max(MAPPED, people.get(i).value().length() * 3);
      if (bytes > most) {
        return i == 0 ? -1 : i;
      }
    }
    return people.size();
  }
}
