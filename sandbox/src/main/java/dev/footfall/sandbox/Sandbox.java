package dev.footfall.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.footfall.sandbox.platform.Counters;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.KeptEvent;
import dev.footfall.sandbox.platform.PlatformDouble;
import dev.footfall.sandbox.platform.RecordedRequest;
import dev.footfall.sandbox.platform.Refusal;
import dev.footfall.sandbox.sftp.SftpAddress;
import dev.footfall.sandbox.sftp.SftpServer;
import dev.footfall.sandbox.web.Front;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A running sandbox: loopback doubles of the platforms, one path prefix each, on one port of
 * 127.0.0.1.
 *
 * <p>Serves until it is closed. All methods may be called from any thread. Nothing outside this
 * machine can reach it.
 */
public final class Sandbox implements AutoCloseable {
  private static final int THREADS = 16;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Platforms platforms;
  private final SandboxClock clock;
  private final SftpServer sftp;

  private Sandbox(
      HttpServer server,
      ExecutorService threads,
      Platforms platforms,
      SandboxClock clock,
      SftpServer sftp) {
    this.server = server;
    this.threads = threads;
    this.platforms = platforms;
    this.clock = clock;
    this.sftp = sftp;
  }

  /**
   * Starts a sandbox.
   *
   * @throws IOException if the port is taken
   */
  public static Sandbox start(SandboxOptions options) throws IOException {
    sendAnswersAtOnce();
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), options.port());
    HttpServer server = HttpServer.create(address, 0);
    Platforms platforms = new Platforms(options);
    SandboxClock clock = new SandboxClock(options.clock());
    AtomicInteger number = new AtomicInteger();
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS,
            work -> {
              Thread thread = new Thread(work, "sandbox-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    int port = options.port() == 0 ? 0 : options.port() + 1;
    SftpServer sftp =
        SftpServer.start(port, platforms.all(), platforms.named("criteo").injections(), clock);
    platforms.reachedBy(sftp.address());
    Sandbox sandbox = new Sandbox(server, threads, platforms, clock, sftp);
    server.createContext("/", new Front(platforms.all(), clock, options.mostBodyBytes()));
    server.start();
    return sandbox;
  }

  /**
   * The JDK's server waits for acknowledgements before it sends small answers, unless told so
   * before its first use.
   */
  private static void sendAnswersAtOnce() {
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** The page for people. */
  public String page() {
    return "http://127.0.0.1:" + port() + "/";
  }

  /** What a destination's {@code base_url} setting must be to reach the double of its platform. */
  public String baseUrl(String platform) {
    return "http://127.0.0.1:" + port() + "/" + platforms.named(platform).name();
  }

  /** The names of the platforms, in the order in which they are shown. */
  public List<String> platforms() {
    return platforms.all().stream().map(PlatformDouble::name).toList();
  }

  /** What a newcomer sends to a platform: documented credential and target. */
  public String hint(String platform) {
    return platforms.named(platform).hint();
  }

  /** The counters of every platform. */
  public Map<String, Counters> summary() {
    Map<String, Counters> summary = new LinkedHashMap<>();
    platforms.all().forEach(one -> summary.put(one.name(), one.books().counters()));
    return summary;
  }

  /** The counters of one platform. */
  public Counters counters(String platform) {
    return platforms.named(platform).books().counters();
  }

  /** The last accepted events of a platform, oldest first. */
  public List<KeptEvent> events(String platform, int limit) {
    return platforms.named(platform).books().events(limit);
  }

  /** The last refusals of a platform, oldest first. */
  public List<Refusal> refusals(String platform, int limit) {
    return platforms.named(platform).books().refusals(limit);
  }

  /** The last requests to a platform, oldest first, their secrets masked. */
  public List<RecordedRequest> requests(String platform, int limit) {
    return platforms.named(platform).books().requests(limit);
  }

  /** What else a platform shows, see its README; empty when there is no such thing. */
  public Optional<JsonNode> view(String platform, String name, String key) {
    return platforms.named(platform).view(name, key);
  }

  /**
   * Makes something go wrong.
   *
   * @throws IllegalArgumentException if the platform does not know this kind, naming those that it
   *     does
   */
  public void inject(String platform, Injection injection) {
    platforms.named(platform).injections().add(injection);
  }

  /** The clock that windows are judged by. */
  public SandboxClock clock() {
    return clock;
  }

  /** Where files go over SFTP: one folder a platform, {@code /criteo} and so on. */
  public SftpAddress sftp() {
    return sftp.address();
  }

  /** The names of the files that lie in a folder of the SFTP server, hidden ones among them. */
  public List<String> sftpFiles(String folder) throws IOException {
    return sftp.files(folder);
  }

  /** The bytes of a file in a folder of the SFTP server. */
  public byte[] sftpContent(String folder, String name) throws IOException {
    return sftp.content(folder, name);
  }

  /** Forgets everything on every platform, files included, and lets the clock go. */
  public void reset() {
    platforms.all().forEach(PlatformDouble::reset);
    try {
      sftp.reset();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    clock.letGo();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    try {
      sftp.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      platforms.close();
    }
  }
}
