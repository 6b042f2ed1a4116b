package dev.footfall.core.destination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventRows;
import dev.footfall.core.event.KeyMaterial;
import dev.footfall.core.source.Text;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private static Event event(String body) {
    byte[] bytes = Text.utf8(body);
    return new Event(bytes, "", "", 0, 0, new EventRows(new long[] {1}, ""), KeyMaterial.of(bytes));
  }

  private static String text(List<byte[]> body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    body.forEach(all::writeBytes);
    return all.toString(StandardCharsets.UTF_8);
  }

  @Test
  void events_stand_between_beginning_and_end_with_commas() {
    Envelope envelope = Envelope.of("{\"data\":[", "]}");

    assertThat(text(envelope.around(List.of(event("{}"))))).isEqualTo("{\"data\":[{}]}");
    assertThat(text(envelope.around(List.of(event("1"), event("2"), event("3")))))
        .isEqualTo("{\"data\":[1,2,3]}");
    assertThat(envelope.overhead()).isEqualTo(11);
  }

  @Test
  void texts_before_and_after_the_events_are_escaped() {
    Envelope envelope = Envelope.object(Map.of("set", "7"), "items", Map.of("tag", "a \"b\""));

    assertThat(text(envelope.around(List.of(event("{}")))))
        .isEqualTo("{\"set\":\"7\",\"items\":[{}],\"tag\":\"a \\\"b\\\"\"}");
  }
}
