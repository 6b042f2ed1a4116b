package dev.footfall.sandbox.tiktok;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.EventJudge;
import dev.footfall.sandbox.json.Facts;
import dev.footfall.sandbox.json.Finding;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.json.Slice;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.Reply;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A partial success as it was asked for: some events fail by id or by place, the others are kept.
 * One request only.
 */
final class PartialFailure implements EventJudge {
  private final EventJudge judge;
  private final List<?> ids;
  private final List<?> indexes;
  private int next;

  PartialFailure(EventJudge judge, Injection asked) {
    this.judge = judge;
    this.ids = asked.list("failed");
    this.indexes = asked.list("indexes");
  }

  @Override
  public Optional<Finding> judge(Facts event) {
    int index = next++;
    return ids.contains(event.text(TikTokShapes.EVENT_ID)) || indexes.contains(index)
        ? Optional.of(new Finding("", "was asked to fail", 0))
        : judge.judge(event);
  }

  @Override
  public long key(Facts event, Slice json) {
    return judge.key(event, json);
  }

  /** The answer: ids in the data, places in the message, neither when none was asked for. */
  static Reply reply(TikTokAnswers answers, Injection asked) {
    String places =
        asked.list("indexes").stream()
            .map(i -> " Data." + i + ": refused.")
            .collect(Collectors.joining());
    ObjectNode data = Json.object();
    if (!asked.list("failed").isEmpty()) {
      ArrayNode failed = data.putArray("failed_events");
      asked
          .list("failed")
          .forEach(
              id -> failed.add(Json.object("event_id", String.valueOf(id), "message", "refused")));
    }
    return answers.answer(200, TikTokAnswers.PARTIAL, "Partial success." + places, data);
  }
}
