package dev.footfall.app.cli;

import dev.footfall.app.config.Destinations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A command that talks with the person while it runs, and the person's browser. */
final class Conversation {
  private static final HttpClient BROWSER = HttpClient.newHttpClient();

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final PipedOutputStream typed = new PipedOutputStream();
  private final CompletableFuture<Typed.Answer> end;

  private Conversation(Path folder, Map<String, String> environment, List<String> arguments)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Surrounding.Streams streams =
        new Surrounding.Streams(
            new PipedInputStream(typed),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(new Lines(), true, StandardCharsets.UTF_8));
    Surrounding surrounding =
        new Surrounding(
            streams,
            environment,
            folder,
            Clock.fixed(Typed.NOW, ZoneOffset.UTC),
            Destinations.shipped());
    end =
        CompletableFuture.supplyAsync(
            () -> {
              int code = Cli.run(arguments, surrounding);
              return new Typed.Answer(
                  code, out.toString(StandardCharsets.UTF_8), String.join("\n", said));
            });
  }

  static Conversation begin(Path folder, Map<String, String> environment, String... arguments)
      throws IOException {
    return new Conversation(folder, environment, List.of(arguments));
  }

  /** The next line that is said and looks so. */
  String hear(Predicate<String> wanted) throws InterruptedException {
    String line = lines.poll(30, TimeUnit.SECONDS);
    while (line != null && !wanted.test(line)) {
      line = lines.poll(30, TimeUnit.SECONDS);
    }
    if (line == null) {
      throw new IllegalStateException("it was never said; all that was: " + said);
    }
    return line;
  }

  /** The address that the person is to open. */
  String address() throws InterruptedException {
    return hear(line -> line.startsWith("http"));
  }

  /** Opens an address, and says where it leads to; empty when it leads nowhere. */
  static String open(String address) throws Exception {
    return get(address).headers().firstValue("Location").orElse("");
  }

  /** Looks at a page. */
  static HttpResponse<String> get(String address) throws Exception {
    return BROWSER.send(
        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Types a line. */
  void type(String line) throws IOException {
    typed.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    typed.flush();
  }

  /** What came back when the command ended. */
  Typed.Answer end() throws Exception {
    return end.get(60, TimeUnit.SECONDS);
  }

  /** Cuts what is said into lines as it comes. */
  private final class Lines extends OutputStream {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    @Override
    public synchronized void write(int b) {
      if (b == '\n') {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        said.add(text);
        lines.add(text);
      } else {
        line.write(b);
      }
    }
  }
}
