package dev.footfall.sandbox.braze;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Reply;
import java.time.Instant;

/** How fast requests come, in seconds of the sandbox's clock, and the headers that tell of it. */
final class BrazePace {
  private static final int LIMIT = 3000;
  private static final int WINDOW = 3;

  private long second;
  private int inSecond;
  private int mostInSecond;
  private long window;
  private int inWindow;

  /** Counts a request and adds what Braze says of its limit to the answer. */
  synchronized Reply count(Instant now, Reply reply) {
    long at = now.getEpochSecond();
    inSecond = at == second ? inSecond + 1 : 1;
    second = at;
    mostInSecond = Math.max(mostInSecond, inSecond);
    inWindow = at / WINDOW == window ? inWindow + 1 : 1;
    window = at / WINDOW;
    return reply
        .with("X-RateLimit-Limit", String.valueOf(LIMIT))
        .with("X-RateLimit-Remaining", String.valueOf(Math.max(0, LIMIT - inWindow)))
        .with("X-RateLimit-Reset", String.valueOf((window + 1) * WINDOW));
  }

  synchronized JsonNode view() {
    return Json.object("most_in_a_second", mostInSecond);
  }

  synchronized void reset() {
    second = window = 0;
    inSecond = inWindow = mostInSecond = 0;
  }
}
