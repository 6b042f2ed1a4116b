package dev.footfall.sandbox.snapchat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Batch;
import dev.footfall.sandbox.json.Fault;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Books;
import dev.footfall.sandbox.platform.Books.Delivery;
import dev.footfall.sandbox.platform.Refusal;
import dev.footfall.sandbox.platform.Reply;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Requests that were only to be looked at, and what was found, for a day's logs and counts. */
final class SnapchatValidation {
  private static final int MOST = 100;

  private final Books books;
  private final Deque<Log> logs = new ArrayDeque<>();
  private long valid;
  private long invalid;

  private record Log(Instant at, int events, int faults) {}

  SnapchatValidation(Books books) {
    this.books = books;
  }

  /** Counts the events of a validation, none of which is stored. */
  synchronized void judge(Batch batch, Delivery delivery) {
    books.keep(batch, delivery);
    for (Fault fault : batch.faults()) {
      books.refuseOne(fault, new Refusal(delivery.at(), "validate", 1, fault.sentence()));
    }
    valid += batch.passed().size();
    invalid += batch.faults().size();
    if (logs.size() == MOST) {
      logs.removeFirst();
    }
    logs.addLast(new Log(delivery.at(), batch.events(), batch.faults().size()));
  }

  synchronized Reply logs() {
    ObjectNode body = Json.object("status", "SUCCESS");
    ArrayNode all = body.putArray("logs");
    for (Log log : logs) {
      all.add(
          Json.object(
              "timestamp", log.at().toString(),
              "events", log.events(),
              "status", log.faults() == 0 ? "VALID" : "INVALID"));
    }
    return Reply.json(200, body);
  }

  synchronized Reply stats() {
    return Reply.json(
        200,
        Json.object(
            "status",
            "SUCCESS",
            "stats",
            Json.object("total", valid + invalid, "valid", valid, "invalid", invalid)));
  }

  synchronized void reset() {
    logs.clear();
    valid = 0;
    invalid = 0;
  }
}
