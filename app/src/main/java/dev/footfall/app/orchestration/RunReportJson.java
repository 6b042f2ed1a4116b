package dev.footfall.app.orchestration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.core.run.Books;
import dev.footfall.core.run.RowFate;

/** A run's report as JSON, as programs rely on it. */
public final class RunReportJson {
  private RunReportJson() {}

  /** The report as an object; {@code rows.read} equals the sum of all other rows. */
  public static ObjectNode of(RunReport report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("run", report.run());
    json.put("orchestration", report.names().orchestration());
    json.put("destination", report.names().destination());
    json.put("target", report.names().target());
    json.put("mode", report.names().mode());
    json.put("started", report.times().started().toString());
    json.put("finished", report.times().finished().toString());
    json.put("now", report.times().now().toString());
    json.put("outcome", report.ending().word());
    json.set("rows", rows(report.sums().rows()));
    json.set("events", events(report.sums().events()));
    Books.RequestSums requests = report.sums().requests();
    json.putObject("requests")
        .put("sent", requests.sent())
        .put("retried", requests.retried())
        .put("bisected", requests.bisected());
    ObjectNode warnings = json.putObject("warnings");
    report.sums().warnings().forEach(warnings::put);
    report
        .replay()
        .ifPresent(
            found ->
                json.putObject("replay")
                    .put("wanted", found.wanted())
                    .put("not_found", found.missed()));
    report
        .stop()
        .ifPresent(
            stop ->
                json.putObject("stopped")
                    .put("code", stop.code())
                    .put("words", stop.words())
                    .put("advice", stop.advice()));
    report.warnings().forEach(json.putArray("messages")::add);
    return json;
  }

  private static ObjectNode rows(Books.RowSums rows) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("read", rows.read());
    json.put("accepted", rows.of(RowFate.ACCEPTED));
    ObjectNode rejected = json.putObject("rejected");
    rows.rejected().forEach(rejected::put);
    ObjectNode refused = json.putObject("refused");
    rows.refused().forEach(refused::put);
    json.put("already_delivered", rows.of(RowFate.ALREADY_DELIVERED));
    json.put("duplicate", rows.of(RowFate.DUPLICATE));
    json.put("unknown", rows.of(RowFate.UNKNOWN));
    json.put("not_sent", rows.of(RowFate.NOT_SENT));
    return json;
  }

  private static ObjectNode events(Books.EventSums events) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("built", events.built());
    for (RowFate fate : RowFate.values()) {
      json.put(fate.label(), events.of(fate));
    }
    return json;
  }
}
