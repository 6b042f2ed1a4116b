package dev.footfall.core.delivery;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

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
  private final ExecutorService senders;
  private final Semaphore places;
  private final int inFlight;
  private final AtomicReference<Optional<Reading.Stop>> stop =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<RuntimeException>> fault =
      new AtomicReference<>(Optional.empty());

  /** A post to one account. */
  public HttpPost(HttpDelivery delivery, Account account, Line line, Claims claims) {
    this.delivery = delivery;
    this.line = line;
    this.claims = claims;
    this.inFlight = delivery.limits().inFlight();
    this.places = new Semaphore(inFlight);
    this.senders = Executors.newFixedThreadPool(inFlight, HttpPost::thread);
    this.batcher = new Batcher(delivery.limits(), delivery.overhead(), this::handOver);
    this.channel =
        new RetryingChannel(
            new RenewingChannel(new WireChannel(delivery, account, line), account),
            delivery.retries(),
            line);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "sender");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void send(List<Pending> block) throws InterruptedException {
    Optional<Comparator<Event>> order = delivery.order();
    List<Pending> ordered = new ArrayList<>(block);
    order.ifPresent(o -> ordered.sort(Comparator.comparing(Pending::event, o)));
    ordered.forEach(batcher::add);
    rethrow();
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
            fault.compareAndSet(Optional.empty(), Optional.of(e));
            stop(new Reading.Stop(Code.NOT_ATTEMPTED, "a fault of ours"));
          } finally {
            places.release();
          }
        });
  }

  private void deliver(List<Pending> events) throws InterruptedException {
    Optional<Reading.Stop> stopped = stop.get();
    List<Pending> fresh = withoutExpired(events);
    if (fresh.isEmpty()) {
      return;
    }
    if (stopped.isPresent()) {
      fresh.forEach(p -> settle(p, new Outcome.NotSent(Code.NOT_ATTEMPTED, stopped.get().words())));
      return;
    }
    Batch batch = new Batch(fresh);
    long claim = claims.claim(fresh);
    Isolation.Result result = Isolation.send(channel, delivery, line, batch.events());
    claims.settle(claim, fresh, result.outcomes());
    result.stop().ifPresent(this::stop);
    for (int i = 0; i < fresh.size(); i++) {
      settle(fresh.get(i), result.outcomes().get(i));
    }
  }

  private List<Pending> withoutExpired(List<Pending> events) {
    long now = line.time().now().getEpochSecond();
    List<Pending> fresh = new ArrayList<>(events.size());
    for (Pending pending : events) {
      if (pending.event().expiresAt() < now) {
        claims.release(pending);
        line.listener().expired(pending);
      } else {
        fresh.add(pending);
      }
    }
    return fresh;
  }

  private void settle(Pending pending, Outcome outcome) {
    line.listener().settled(pending, outcome);
  }

  @Override
  public void finish() throws InterruptedException {
    batcher.finish();
    places.acquire(inFlight);
    places.release(inFlight);
    rethrow();
  }

  private void rethrow() {
    fault
        .get()
        .ifPresent(
            e -> {
              throw e;
            });
  }

  @Override
  public Optional<Reading.Stop> stopped() {
    return stop.get();
  }

  @Override
  public void stop(Reading.Stop reason) {
    stop.compareAndSet(Optional.empty(), Optional.of(reason));
  }

  @Override
  public void close() {
    senders.shutdownNow();
  }
}
