package dev.footfall.core.run;

import dev.footfall.core.delivery.DeliveryListener;
import dev.footfall.core.delivery.Pending;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.event.Event;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Enters what delivery heard into the books, and tells the listener. Safe for many threads. */
public final class Recorder implements DeliveryListener {
  private static final int MOST_WORDS = 50;

  private final RunScope scope;
  private final Set<String> words = new ConcurrentSkipListSet<>();
  private final Map<String, String> refusals = new ConcurrentSkipListMap<>();
  private volatile boolean endsFirstSend;
  private volatile Optional<RuntimeException> unheard = Optional.empty();

  Recorder(RunScope scope) {
    this.scope = scope;
  }

  @Override
  public void requestSent() {
    scope.books().requestSent();
  }

  @Override
  public void requestRetried() {
    scope.books().requestRetried();
  }

  @Override
  public void requestBisected() {
    scope.books().requestBisected();
  }

  @Override
  public void settled(Pending pending, Outcome outcome) {
    Event event = pending.event();
    int rows = event.rows().count();
    if (outcome instanceof Outcome.Accepted accepted) {
      accepted(event, accepted);
    } else if (outcome instanceof Outcome.Present) {
      scope.books().event(RowFate.ALREADY_DELIVERED, rows);
      keep(() -> scope.ward().delivered(event));
    } else if (outcome instanceof Outcome.Refused refused) {
      scope.books().refusedEvent(refused.platformCode(), rows);
      keep(() -> scope.ward().refused(event, refused.code(), refused.platformCode()));
      remember(refused.platformCode(), refused.words());
      tell(event, refused.code(), refused.platformCode() + " " + refused.words(), RowFate.REFUSED);
    } else if (outcome instanceof Outcome.Partly partly) {
      Outcome.Refused why = partly.refusal();
      scope.books().refusedEvent(why.platformCode(), rows);
      keep(() -> scope.ward().delivered(event)); // it is never sent again
      remember(why.platformCode(), partly.words());
      tell(event, why.code(), why.platformCode() + " " + partly.words(), RowFate.REFUSED);
    } else if (outcome instanceof Outcome.Expired) {
      scope.books().rejectedEvent(Code.EVENT_TOO_OLD, rows);
      keep(() -> scope.ward().rejected(event, Code.EVENT_TOO_OLD));
      tell(event, Code.EVENT_TOO_OLD, Code.EVENT_TOO_OLD.meaning(), RowFate.REJECTED);
    } else if (outcome instanceof Outcome.Withheld withheld) {
      scope.books().rejectedEvent(withheld.code(), rows);
      keep(() -> scope.ward().rejected(event, withheld.code()));
      tell(event, withheld.code(), withheld.words(), RowFate.REJECTED);
    } else if (outcome instanceof Outcome.NotSent notSent) {
      scope.books().event(RowFate.NOT_SENT, rows);
      tell(event, notSent.code(), notSent.words(), RowFate.NOT_SENT);
    } else if (outcome instanceof Outcome.Unknown unknown) {
      scope.books().event(RowFate.UNKNOWN, rows);
      tell(event, Code.DELIVERY_UNKNOWN, unknown.words(), RowFate.UNKNOWN);
    }
  }

  private void accepted(Event event, Outcome.Accepted accepted) {
    scope.books().event(RowFate.ACCEPTED, event.rows().count());
    keep(() -> scope.ward().delivered(event));
    accepted.warning().ifPresent(code -> warning(code, accepted.words()));
    if (!endsFirstSend && scope.route().endsFirstSend(event)) {
      endsFirstSend = true;
    }
  }

  @Override
  public void warning(Code code, String said) {
    scope.books().warning(code, 1);
    if (!said.isBlank() && words.size() < MOST_WORDS) {
      words.add(code + ": " + said);
    }
  }

  /** What the platform first said with each of its codes. */
  private void remember(String platformCode, String said) {
    if (!said.isBlank() && refusals.size() < MOST_WORDS) {
      refusals.putIfAbsent(platformCode, said);
    }
  }

  private void tell(Event event, Code code, String message, RowFate fate) {
    keep(() -> tellRows(event, code, message, fate));
  }

  /** The books come first: what fails to be kept or told keeps no event from having its fate. */
  private void keep(Runnable rest) {
    try {
      rest.run();
    } catch (RuntimeException failure) {
      unheard = Optional.of(unheard.orElse(failure));
    }
  }

  /** Fails as the listener or the quarantine did. */
  void requireHeard() {
    if (unheard.isPresent()) {
      throw unheard.get();
    }
  }

  private void tellRows(Event event, Code code, String message, RowFate fate) {
    for (long number : event.rows().numbers()) {
      scope
          .fates()
          .hear(
              new FateListener.Line(
                  number, event.rows().orderId(), code, "", message.strip(), fate.label()));
    }
  }

  /** The platform's own words of warning and refusal, without repetition. */
  public Set<String> words() {
    Set<String> all = new LinkedHashSet<>();
    refusals.forEach((code, said) -> all.add("refused as " + code + ": " + said));
    all.addAll(words);
    return Collections.unmodifiableSet(all);
  }

  /** Whether an event was accepted that ends the wider window of a first send. */
  public boolean endsFirstSend() {
    return endsFirstSend;
  }
}
