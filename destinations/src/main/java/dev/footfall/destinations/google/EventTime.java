package dev.footfall.destinations.google;

import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.UtcTime;
import dev.footfall.core.source.Text;

/** Writes times as Google reads them: fractions cut, UTC. One thread. */
final class EventTime {
  private final char separator;
  private final byte[] zone;
  private final ByteBuilder out = new ByteBuilder(32);

  /** Such as {@code 2026-11-20T18:05:00Z}, for a T and a Z. */
  EventTime(char separator, String zone) {
    this.separator = separator;
    this.zone = Text.utf8(zone);
  }

  void write(long seconds, JsonBytes json) {
    ByteBuilder text = text(seconds);
    json.plain(text.bytes(), 0, text.length());
  }

  byte[] bytes(long seconds) {
    return text(seconds).copy();
  }

  private ByteBuilder text(long seconds) {
    UtcTime.write(seconds, separator, out.clear());
    return out.add(zone);
  }
}
