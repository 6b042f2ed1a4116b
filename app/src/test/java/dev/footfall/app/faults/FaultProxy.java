package dev.footfall.app.faults;

import dev.footfall.core.delivery.Time;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A proxy between a run and the sandbox that does to each request what the weather of the moment
 * says. A connection carries one request. Counts what it did, and who came before he was let.
 */
final class FaultProxy implements AutoCloseable {
  private final ServerSocket server;
  private final int platformPort;
  private final Time time;
  private final Random random;
  private final ExecutorService threads = Executors.newCachedThreadPool(FaultProxy::thread);
  private Map<Fault, Integer> struck = new EnumMap<>(Fault.class);
  private List<Fault> weather = List.of();
  private final Map<String, Instant> heldUntil = new HashMap<>();
  private final Deque<Fault> certain = new ArrayDeque<>();
  private int early;

  /** A proxy before the platforms at a port; the same seed picks the same faults in order. */
  FaultProxy(int platformPort, Time time, long seed) throws IOException {
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.platformPort = platformPort;
    this.time = time;
    this.random = new Random(seed);
    threads.execute(this::listen);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "fault-proxy");
    thread.setDaemon(true);
    return thread;
  }

  int port() {
    return server.getLocalPort();
  }

  int platformPort() {
    return platformPort;
  }

  Time time() {
    return time;
  }

  /**
   * From now on each request meets one of these, each as likely; none is calm weather.
   *
   * @return how often each fault struck so far; counted anew from here
   */
  synchronized Map<Fault, Integer> weather(List<Fault> next) {
    Map<Fault, Integer> before = struck;
    struck = new EnumMap<>(Fault.class);
    early = next.isEmpty() ? early : 0;
    heldUntil.clear();
    weather = List.copyOf(next);
    return before;
  }

  /** The next requests meet these, whatever the weather. */
  synchronized void next(List<Fault> faults) {
    certain.addAll(faults);
  }

  /** Nobody may come to a platform before this instant. */
  synchronized void hold(String platform, Instant until) {
    heldUntil.merge(platform, until, (a, b) -> a.isAfter(b) ? a : b);
  }

  /** How many requests came in the last storm before the time that a 429 had named. */
  synchronized int early() {
    return early;
  }

  private void listen() {
    try {
      while (true) {
        Socket client = server.accept();
        threads.execute(() -> serve(client));
      }
    } catch (SocketException closed) {
      // the test is over
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(Socket client) {
    try (client) {
      Passage passage = Passage.read(this, client, nextSeed());
      next(passage.platform()).strike(passage, client);
    } catch (IOException gone) {
      // either side hung up, which is weather too
    }
  }

  private synchronized long nextSeed() {
    return random.nextLong();
  }

  private synchronized Fault next(String platform) {
    early += time.now().isBefore(heldUntil.getOrDefault(platform, Instant.MIN)) ? 1 : 0;
    if (weather.isEmpty()) {
      return Fault.NONE;
    }
    Fault drawn = weather.get(random.nextInt(weather.size()));
    Fault fault = certain.isEmpty() ? drawn : certain.remove();
    struck.merge(fault, 1, Integer::sum);
    return fault;
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
