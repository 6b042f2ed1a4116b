package dev.footfall.core.delivery;

import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Holds the first events of a run back until it is known whether they are few, and posts them the
 * one way or the other.
 */
public final class DecidingPost implements Post {
  private final HttpDelivery delivery;
  private final int most;
  private final Function<HttpDelivery, Post> posts;
  private final List<Pending> held = new ArrayList<>();
  private Optional<Post> chosen = Optional.empty();
  private Optional<Reading.Stop> stop = Optional.empty();

  private DecidingPost(HttpDelivery delivery, int most, Function<HttpDelivery, Post> posts) {
    this.delivery = delivery;
    this.most = most;
    this.posts = posts;
  }

  /** The post of a delivery; it decides first where the delivery knows another way for few. */
  public static Post of(HttpDelivery delivery, Function<HttpDelivery, Post> posts) {
    return delivery
        .few()
        .<Post>map(few -> new DecidingPost(delivery, few.most(), posts))
        .orElseGet(() -> posts.apply(delivery));
  }

  @Override
  public void send(List<Pending> block) throws InterruptedException {
    held.addAll(block);
    if (held.size() > most || chosen().isPresent()) {
      release();
    }
  }

  private void release() throws InterruptedException {
    List<Pending> events = List.copyOf(held);
    held.clear();
    decided(events.size()).send(events);
  }

  private synchronized Optional<Post> chosen() {
    return chosen;
  }

  private synchronized Post decided(int events) {
    if (chosen.isEmpty()) {
      Post post = posts.apply(delivery.forRunOf(events));
      stop.ifPresent(post::stop);
      chosen = Optional.of(post);
    }
    return chosen.get();
  }

  @Override
  public void finish() throws InterruptedException {
    release();
    decided(0).finish();
  }

  @Override
  public synchronized Optional<Reading.Stop> stopped() {
    return chosen.isPresent() ? chosen.get().stopped() : stop;
  }

  @Override
  public synchronized void stop(Reading.Stop reason) {
    if (chosen.isPresent()) {
      chosen.get().stop(reason);
    } else if (stop.isEmpty()) {
      stop = Optional.of(reason);
    }
  }

  @Override
  public synchronized void close() {
    chosen.ifPresent(Post::close);
  }
}
