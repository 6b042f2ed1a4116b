package dev.footfall.core.delivery;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Sends events as requests, a few at a time: the claim is durable before a request leaves, and
 * settled when its answer is read.
 */
public final class HttpPost implements Post {
  private final HttpDelivery delivery;
  private final Channel channel;
  private final Line line;
  private final Claims claims;
  private final Batcher batcher;
  private final Optional<Resolver> resolver;
  private final ExecutorService senders;
  private final Semaphore places;
  private final int inFlight;
  private final Duration longestRequest;
  private volatile Optional<Reading.Stop> stop = Optional.empty();
  private volatile Optional<RuntimeException> fault = Optional.empty();

  /** A post to one account. */
  public HttpPost(HttpDelivery delivery, Account account, Line line, Claims claims) {
    this.delivery = delivery;
    this.line = line;
    this.claims = claims;
    this.inFlight = delivery.limits().inFlight();
    this.longestRequest = delivery.timeouts().connect().plus(delivery.timeouts().answer());
    this.places = new Semaphore(inFlight);
    this.senders = Executors.newFixedThreadPool(inFlight, HttpPost::thread);
    this.batcher = new Batcher(delivery.limits(), delivery.overhead(), this::handOver);
    this.resolver = delivery.resolution().map(r -> new Resolver(r, account, line));
    this.channel = stack(delivery, account, line, this::depart);
  }

  private static Channel stack(
      HttpDelivery delivery, Account account, Line line, Departure departure) {
    Channel wire = new WireChannel(Talk.of(delivery), account, line, departure);
    Channel fresh = new WindowChannel(wire, line.time());
    Channel proven = new Proof(account).before(new PacedChannel(fresh, line));
    Channel judged = new JudgingChannel(proven, account, delivery.retries(), line);
    Channel renewed = new RenewingChannel(judged, account, line);
    return new RetryingChannel(renewed, delivery.retries(), line);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "sender");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void send(List<Pending> block) throws InterruptedException {
    Optional<Comparator<Event>> order = delivery.order();
    List<Pending> ordered = new ArrayList<>(resolved(block));
    order.ifPresent(o -> ordered.sort(Comparator.comparing(Pending::event, o)));
    ordered.forEach(batcher::add);
    rethrow();
  }

  /** Events with what they had to learn; those that cannot go out have their outcome here. */
  private List<Pending> resolved(List<Pending> block) throws InterruptedException {
    if (resolver.isEmpty() || stop.isPresent()) {
      return block;
    }
    Resolver.Result result = resolver.get().resolve(block);
    result.stop().ifPresent(this::end);
    result
        .left()
        .forEach(
            gone -> {
              claims.release(gone.pending());
              line.listener().settled(gone.pending(), gone.outcome());
            });
    return result.ready();
  }

  private void handOver(List<Pending> events) {
    places.acquireUninterruptibly();
    senders.execute(
        () -> {
          try {
            deliver(events);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (RuntimeException e) {
            failed(e);
            end(FAULT);
          } finally {
            places.release();
          }
        });
  }

  /** The first is the cause of the others. */
  private synchronized void failed(RuntimeException e) {
    if (fault.isEmpty()) {
      fault = Optional.of(e);
    }
  }

  private void deliver(List<Pending> events) throws InterruptedException {
    if (stop.isPresent()) {
      if (fault.isEmpty()) { // a ledger that has failed takes nothing back
        events.forEach(claims::release);
      }
      tell(events, unsent(events));
      return;
    }
    long claim;
    try {
      claim = claims.claim(events);
    } catch (RuntimeException unclaimed) {
      failed(unclaimed);
      end(FAULT);
      tell(events, unsent(events));
      return;
    }
    Isolation.Result result = sent(events);
    result.stop().ifPresent(this::end);
    try {
      claims.settle(claim, events, result.outcomes());
    } finally { // what the platform said is known, whether or not it could be written down
      tell(events, result.outcomes());
    }
  }

  private void depart() {
    try {
      claims.hold(longestRequest);
    } catch (RuntimeException notHeld) {
      failed(notHeld);
      throw new Departure.Refused(notHeld);
    }
  }

  /** An answer over which we stumble was an answer: the platform may have the events. */
  private Isolation.Result sent(List<Pending> events) throws InterruptedException {
    Isolation.Result result;
    try {
      result = Isolation.send(channel, delivery, line, events);
    } catch (RuntimeException ours) {
      result =
          new Isolation.Result(
              Collections.nCopies(events.size(), new Outcome.Unknown(FAULT.words())),
              Optional.of(FAULT),
              Optional.of(ours));
    }
    result.fault().ifPresent(this::failed);
    return result;
  }

  private List<Outcome> unsent(List<Pending> events) {
    String why = stop.map(Reading.Stop::words).orElse("");
    return Collections.nCopies(events.size(), new Outcome.NotSent(Code.NOT_ATTEMPTED, why));
  }

  private void tell(List<Pending> events, List<Outcome> outcomes) {
    for (int i = 0; i < events.size(); i++) {
      line.listener().settled(events.get(i), outcomes.get(i));
    }
  }

  @Override
  public void finish() throws InterruptedException {
    batcher.finish();
    places.acquire(inFlight);
    places.release(inFlight);
    rethrow();
  }

  private void rethrow() {
    if (fault.isPresent()) {
      throw fault.get();
    }
  }

  @Override
  public Optional<Reading.Stop> stopped() {
    return stop;
  }

  /** Nobody waits any more to try again, or for a turn. */
  @Override
  public void stop(Reading.Stop reason) {
    end(reason);
    line.circuit().halt(reason);
  }

  /** No request begins from now on; those under way go on to their end. */
  private synchronized void end(Reading.Stop reason) {
    if (stop.isEmpty()) {
      stop = Optional.of(reason);
    }
  }

  @Override
  public void close() {
    resolver.ifPresent(Resolver::close);
    senders.shutdownNow();
  }
}
