package dev.footfall.sandbox.google;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Batch;
import dev.footfall.sandbox.json.Fault;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.json.Passed;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answer to an upload: results in request order, and the partial failure beside them. */
final class AdsOutcome {
  private static final List<String> ECHOED =
      List.of(
          "conversionAction", "conversionDateTime", "gclid", "gbraid", "wbraid", "userIdentifiers");

  private final String version;
  private final String request;
  private final Batch batch;
  private final Map<Integer, ObjectNode> errors = new HashMap<>();

  AdsOutcome(String version, String request, Batch batch) {
    this.version = version;
    this.request = request;
    this.batch = batch;
    for (Fault fault : batch.faults()) {
      AdsError error = AdsError.of(fault);
      add(fault.event(), error.group() + "." + error, fault.sentence(), error.field(fault));
    }
  }

  /** Names conversions that had been uploaded before. */
  AdsOutcome known(List<Passed> dropped, AdsChecker checker) {
    for (Passed one : dropped) {
      AdsError error =
          checker.isOrder(one)
              ? AdsError.ORDER_ID_ALREADY_IN_USE
              : AdsError.CLICK_CONVERSION_ALREADY_EXISTS;
      String code = error.group() + "." + error;
      add(
          one.index(),
          code,
          "The conversion was uploaded before.",
          checker.isOrder(one) ? "order_id" : "gclid");
    }
    return this;
  }

  /** Gives the failures that were asked for the code that was asked for. */
  AdsOutcome asked(Injection asked) {
    for (Object index : asked.list("indexes")) {
      int place = ((Number) index).intValue();
      errors.remove(place);
      add(
          place,
          asked.text("code", "conversionUploadError.CLICK_NOT_FOUND"),
          "Was asked to fail.",
          asked.text("field", ""));
    }
    return this;
  }

  private void add(int index, String code, String message, String field) {
    int dot = code.indexOf('.');
    ObjectNode error = AdsAnswers.error(code.substring(0, dot), code.substring(dot + 1), message);
    ObjectNode row = Json.object("fieldName", "conversions", "index", index);
    List<ObjectNode> path =
        field.isEmpty() ? List.of(row) : List.of(row, Json.object("fieldName", field));
    error.set("location", Json.object("fieldPathElements", path));
    errors.put(index, error);
  }

  Reply reply(boolean validateOnly, Optional<Injection> asked) {
    ObjectNode answer = Json.object();
    List<ObjectNode> all = new ArrayList<>();
    for (int i = 0; i < batch.events(); i++) {
      Optional.ofNullable(errors.get(i)).ifPresent(all::add);
    }
    if (!all.isEmpty()) {
      if (asked.filter(i -> i.flag("without_index")).isPresent()) {
        all.forEach(error -> error.remove("location"));
      }
      answer.set(
          "partialFailureError",
          Json.object(
              "code",
              3,
              "message",
              "First of several errors: " + Json.text(all.get(0), "message"),
              "details",
              List.of(GoogleErrors.failure(version, all, request))));
    }
    if (!validateOnly) {
      results(answer.putArray("results"));
      answer.put("jobId", "5353383680802491057");
    }
    return Reply.json(200, answer);
  }

  private void results(ArrayNode results) {
    Map<Integer, ObjectNode> taken = new HashMap<>();
    for (Passed one : batch.passed()) {
      if (!errors.containsKey(one.index())) {
        Json.read(batch.bytes(one))
            .ifPresent(json -> taken.put(one.index(), ((ObjectNode) json).retain(ECHOED)));
      }
    }
    for (int i = 0; i < batch.events(); i++) {
      results.add(taken.getOrDefault(i, Json.object()));
    }
  }
}
