package dev.footfall.sandbox.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The shape of a whole request body that carries events. Immutable; may be used by many threads.
 */
public record BatchShape(ObjectShape root, int rootSlots, int eventSlots, PathStyle style) {
  private static final int DEEPEST = 32;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  /** Reads a body in one pass. A body that is no JSON gives a batch with one fault. */
  public Batch read(byte[] body, EventJudge judge) {
    if (!looksLikeUtf8(body)) {
      return unreadable(body, "must be JSON in UTF-8 without byte order mark");
    }
    try (JsonParser json = FACTORY.createParser(body)) {
      Walk walk = new Walk(body, json, this, judge);
      return walk.result(walk(walk, json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Fault> walk(Walk walk, JsonParser json) throws IOException {
    try {
      if (json.nextToken() == null) {
        return Optional.of(whole("must be a JSON object, is empty"));
      }
      root.read(walk, Shape.NO_SLOT);
      return json.nextToken() == null
          ? Optional.empty()
          : Optional.of(whole("has something after its end"));
    } catch (JsonProcessingException e) {
      long at = Math.max(0, json.currentLocation().getByteOffset());
      return Optional.of(whole("must be well-formed JSON, is broken near byte " + at));
    }
  }

  private Batch unreadable(byte[] body, String reason) {
    return new Batch(body, 0, List.of(), List.of(whole(reason)), new Facts(rootSlots));
  }

  private static Fault whole(String reason) {
    return new Fault(Fault.Kind.SHAPE, Fault.WHOLE_REQUEST, "body", reason, 0);
  }

  /**
   * Jackson guesses UTF-16 and UTF-32 from zero bytes, and skips a byte order mark; platforms do
   * neither.
   */
  private static boolean looksLikeUtf8(byte[] body) {
    for (int i = 0; i < Math.min(4, body.length); i++) {
      if (body[i] == 0) {
        return false;
      }
    }
    return body.length == 0 || (body[0] & 0xff) < 0xef;
  }
}
