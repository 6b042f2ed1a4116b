package dev.footfall.sandbox.pinterest;

import dev.footfall.sandbox.json.EventJudge;
import dev.footfall.sandbox.json.Facts;
import dev.footfall.sandbox.json.Finding;
import dev.footfall.sandbox.json.Slice;
import dev.footfall.sandbox.platform.Injection;
import java.util.Optional;

/** One event that fails because it was asked to, whatever it holds. One request only. */
final class FailedEntry implements EventJudge {
  private final EventJudge judge;
  private final Injection asked;
  private int next;

  FailedEntry(EventJudge judge, Injection asked) {
    this.judge = judge;
    this.asked = asked;
  }

  @Override
  public Optional<Finding> judge(Facts event) {
    return next++ == asked.number("index", 0)
        ? Optional.of(new Finding("", asked.text("message", "was asked to fail"), 0))
        : judge.judge(event);
  }

  @Override
  public long key(Facts event, Slice json) {
    return judge.key(event, json);
  }
}
