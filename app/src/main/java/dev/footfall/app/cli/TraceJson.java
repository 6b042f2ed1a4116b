package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.app.orchestration.Trace;
import dev.footfall.core.run.FateListener;
import dev.footfall.core.run.OutcomeLine;
import dev.footfall.store.Store;
import java.time.Instant;

/** An order's story for programs. */
final class TraceJson {
  private TraceJson() {}

  static ObjectNode of(OrderStory story) {
    ObjectNode node = Json.object();
    KeptCause.put(node, story.trace().place());
    node.put("configured", true);
    node.put("rows", story.trace().rows());
    ArrayNode events = node.putArray("events");
    story.trace().events().forEach(event -> events.add(event(event, story)));
    ArrayNode now = node.putArray("now");
    story.trace().rejected().forEach(line -> now.add(line(line)));
    ArrayNode before = node.putArray("before");
    story.before().forEach(outcome -> before.add(outcome(outcome, story.store())));
    ArrayNode kept = node.putArray("quarantine");
    story.kept().forEach(entry -> kept.add(QuarantinePage.json(entry, story.store())));
    return node.put("next", story.next());
  }

  private static ObjectNode event(Trace.Traced event, OrderStory story) {
    ObjectNode node = Json.object().put("event_id", event.id());
    node.put("state", InWords.lower(event.state()));
    event
        .entry()
        .ifPresent(
            entry ->
                node.put("run", story.runId(entry))
                    .put("sent", Instant.ofEpochSecond(entry.claimedAt()).toString())
                    .put("changed", event.isChanged()));
    return node;
  }

  private static ObjectNode line(FateListener.Line line) {
    return Json.object()
        .put("row", line.row())
        .put("code", line.code().name())
        .put("column", line.column())
        .put("fate", line.fate())
        .put("message", line.message());
  }

  static ObjectNode outcome(OutcomeLine outcome, Store store) {
    ObjectNode node = Json.object();
    store
        .runs()
        .numbered(outcome.runNumber())
        .ifPresent(
            run ->
                node.put("run", run.start().id()).put("started", run.start().started().toString()));
    return node.put("fate", outcome.fate())
        .put("code", outcome.code())
        .put("column", outcome.column())
        .put("words", outcome.words());
  }
}
