package dev.footfall.core.delivery;

import dev.footfall.core.destination.HttpCall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;

/**
 * A body of many byte ranges, handed over in chunks; knows whether any of it has left.
 *
 * <p>The client writes one buffer at a time to the socket: a thousand events and the commas between
 * them would be two thousand packets. Its own publisher of arrays would copy every byte once more.
 */
final class SentBody implements HttpRequest.BodyPublisher {
  private static final int CHUNK = 64 * 1024;

  /** How far it is; what has begun or is withheld stays so. */
  private enum State {
    WAITING,
    BEGUN,
    WITHHELD
  }

  private final List<byte[]> parts;
  private final long length;
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private final Departure departure;
  private volatile Optional<Departure.Refused> refused = Optional.empty();

  SentBody(List<byte[]> parts) {
    this(parts, Departure.FREE);
  }

  private SentBody(List<byte[]> parts, Departure departure) {
    this.parts = parts;
    this.departure = departure;
    this.length = parts.stream().mapToLong(p -> p.length).sum();
  }

  /** The body of a call, compressed where the call says so. */
  static SentBody of(HttpCall call, Departure departure) {
    return new SentBody(call.isGzipped() ? List.of(gzipped(call.body())) : call.body(), departure);
  }

  private static Throwable late() {
    return new IOException("nobody waits for an answer any more");
  }

  private static byte[] gzipped(List<byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      for (byte[] part : parts) {
        gzip.write(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return bytes.toByteArray();
  }

  boolean begun() {
    return state.get() == State.BEGUN;
  }

  /**
   * Keeps it from leaving, should the connection be ready only after nobody waits for it any more.
   *
   * @return false when some of it has left already
   */
  boolean withhold() {
    state.compareAndSet(State.WAITING, State.WITHHELD);
    return !begun();
  }

  /** Why it was not let go; empty when it was, or was not asked for. */
  Optional<Departure.Refused> refused() {
    return refused;
  }

  /** Whether the first chunk may leave. */
  private boolean departs() {
    try {
      departure.check();
      return state.compareAndSet(State.WAITING, State.BEGUN) || begun();
    } catch (Departure.Refused not) {
      refused = Optional.of(not);
      return false;
    }
  }

  @Override
  public long contentLength() {
    return length;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    if (length == 0) {
      HttpRequest.BodyPublishers.noBody().subscribe(subscriber);
    } else {
      subscriber.onSubscribe(new Sending(subscriber));
    }
  }

  /** The parts end to end, cut anew, one chunk for each that is asked for. */
  private final class Sending implements Flow.Subscription {
    private final Flow.Subscriber<? super ByteBuffer> subscriber;
    private final AtomicLong wanted = new AtomicLong();
    private final Iterator<byte[]> rest = parts.iterator();
    private byte[] part = {};
    private int used;
    private long left = length;
    private volatile boolean isOver;

    Sending(Flow.Subscriber<? super ByteBuffer> subscriber) {
      this.subscriber = subscriber;
    }

    /** Whoever asks first serves all that is asked meanwhile, also by the subscriber itself. */
    @Override
    public void request(long more) {
      if (more <= 0) {
        isOver = true;
        subscriber.onError(new IllegalArgumentException("asked for " + more + " chunks"));
        return;
      }
      if (wanted.getAndAccumulate(more, Sending::sum) == 0) {
        do {
          handOver();
        } while (!isOver && wanted.decrementAndGet() > 0);
      }
    }

    private static long sum(long one, long other) {
      return one + other < 0 ? Long.MAX_VALUE : one + other;
    }

    private void handOver() {
      if (isOver) {
        return;
      }
      if (left == length && !departs()) {
        isOver = true;
        subscriber.onError(refused.<Throwable>map(r -> r).orElseGet(SentBody::late));
        return;
      }
      subscriber.onNext(ByteBuffer.wrap(chunk()));
      if (!isOver && left == 0) {
        isOver = true;
        subscriber.onComplete();
      }
    }

    private byte[] chunk() {
      byte[] chunk = new byte[(int) Math.min(CHUNK, left)];
      left -= chunk.length;
      for (int filled = 0; filled < chunk.length; ) {
        filled += fill(chunk, filled);
      }
      return chunk;
    }

    private int fill(byte[] chunk, int from) {
      if (used == part.length) {
        part = rest.next();
        used = 0;
      }
      int count = Math.min(part.length - used, chunk.length - from);
      System.arraycopy(part, used, chunk, from, count);
      used += count;
      return count;
    }

    @Override
    public void cancel() {
      isOver = true;
    }
  }
}
