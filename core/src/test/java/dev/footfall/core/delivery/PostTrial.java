package dev.footfall.core.delivery;

import static dev.footfall.core.delivery.Deliveries.NOW;
import static dev.footfall.core.delivery.Deliveries.event;

import dev.footfall.core.delivery.Deliveries.Heard;
import dev.footfall.core.delivery.Deliveries.ManualTime;
import dev.footfall.core.delivery.Deliveries.WordDelivery;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.ledger.KeyState;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.MemoryLedger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Sends events to a platform of a few words, and remembers what happened to them. */
abstract class PostTrial {
  final ManualTime time = new ManualTime();
  final Heard heard = new Heard();
  final MemoryLedger memory = new MemoryLedger();
  final LedgerRun ledger = memory.begin("scope", 1);
  final List<String> bodies = new ArrayList<>();

  final HttpPost post(Wire wire, boolean repeatable, Account account) {
    return post(wire, new WordDelivery(repeatable), account);
  }

  final HttpPost post(Wire wire, HttpDelivery delivery, Account account) {
    return new HttpPost(delivery, account, line(wire), new Claims(ledger, time));
  }

  final Line line(Wire wire) {
    return new Line(
        call -> {
          synchronized (bodies) {
            bodies.add(body(call));
          }
          return wire.send(call);
        },
        time,
        new Pace(time, 1_000_000),
        new Random(7),
        NOW.plus(Duration.ofHours(1)),
        heard);
  }

  static String body(HttpCall call) {
    StringBuilder text = new StringBuilder();
    call.body().forEach(part -> text.append(new String(part, StandardCharsets.UTF_8)));
    return text.toString().strip();
  }

  final void deliver(Wire wire, List<Pending> events) throws InterruptedException {
    deliver(post(wire, false, Deliveries.account()), events);
  }

  static void deliver(HttpPost post, List<Pending> events) throws InterruptedException {
    try (post) {
      post.send(events);
      post.finish();
    }
  }

  static Wire answers(HttpAnswer... given) {
    Deque<HttpAnswer> queue = new ArrayDeque<>(List.of(given));
    return call -> {
      synchronized (queue) {
        return queue.size() > 1 ? queue.poll() : queue.peek();
      }
    };
  }

  final KeyState stateOf(String id) {
    return memory
        .find("scope", event(id).entries().get(0).key())
        .map(known -> known.state())
        .orElse(KeyState.NEW);
  }
}
