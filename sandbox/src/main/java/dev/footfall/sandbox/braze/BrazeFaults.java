package dev.footfall.sandbox.braze;

import static dev.footfall.sandbox.platform.InjectionKind.kind;

import dev.footfall.sandbox.platform.Call;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.InjectionKind;
import dev.footfall.sandbox.platform.Reply;
import java.util.List;
import java.util.Optional;

/** What can be asked to go wrong at Braze, and the answers that it then gives. */
final class BrazeFaults {
  static final List<InjectionKind> KINDS =
      List.of(
          kind(
              InjectionKind.THROTTLE,
              "answers 429; `style` of the headers: retry_after (X-Ratelimit-Retry-After, default), reset_epoch,"
                  + " reset_seconds, standard, none; `retry_after` seconds",
              "style",
              "retry_after"),
          kind(
              "partial",
              "fails the objects at `indexes` with `type`; `shift` names others instead, `without_index` none;"
                  + " `input_array`",
              "indexes",
              "type",
              "shift",
              "without_index",
              "input_array"),
          kind("queued", "stores, answers 202 queued, as during maintenance"),
          kind(
              "unclear",
              "stores, answers `status` (200) with a `body` that does not say success",
              "status",
              "body"),
          kind(
              "no_index",
              "refuses with 400 and no index; with `user` only requests that hold that user; `message`",
              "user",
              "message"),
          kind(
              "error",
              "answers `status` (default 403) with `message`, stores nothing",
              "status",
              "message"));

  private BrazeFaults() {}

  static Reply error(Injection asked) {
    return BrazeAnswers.message(
        asked.number("status", 403), asked.text("message", "The sandbox was asked to refuse."));
  }

  static Reply unclear(Injection asked) {
    return Reply.of(
        asked.number("status", 200),
        "application/json; charset=utf-8",
        asked.text("body", "{\"message\":\"ok\"}"));
  }

  /** A refusal of the whole request that does not say which object was at fault. */
  static Optional<Reply> unnamed(Call call, List<Sighting> sightings) {
    return call.injected("no_index")
        .filter(
            asked -> {
              String user = asked.text("user", "");
              return user.isEmpty()
                  || sightings.stream().anyMatch(seen -> seen.user().endsWith(":" + user));
            })
        .map(
            asked -> BrazeAnswers.message(400, asked.text("message", "The request is not valid.")));
  }
}
