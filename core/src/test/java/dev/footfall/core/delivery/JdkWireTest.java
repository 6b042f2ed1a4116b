package dev.footfall.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.ledger.LeaseLost;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a peer can do to a request, and what is believed of it. */
@Timeout(30)
class JdkWireTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n";

  private final JdkWire wire = new JdkWire(Duration.ofSeconds(2), Duration.ofSeconds(2));
  private ServerSocket server;

  /** What the peer does once it has read the request. */
  private interface Peer {
    void answer(Socket client) throws IOException;
  }

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void end() throws IOException {
    server.close();
  }

  private void peer(Peer peer) {
    peer(peer, true);
  }

  /** Reads the head, and the body too where one is to come at once. */
  private void peer(Peer peer, boolean withBody) {
    Thread thread =
        new Thread(
            () -> {
              try (Socket client = server.accept()) {
                readHead(client.getInputStream(), withBody);
                peer.answer(client);
              } catch (IOException gone) {
                // the other side gave up
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private static void readHead(InputStream in, boolean withBody) throws IOException {
    String end = "";
    for (int next = in.read(); next >= 0; next = in.read()) {
      end = (end + (char) next).substring(Math.max(0, end.length() - 3));
      if (!withBody && end.equals("\r\n\r\n")) {
        return;
      }
      if (next == '\n' && in.available() == 2) { // the body of two bytes is all that is left
        in.readNBytes(2);
        return;
      }
    }
  }

  private static void say(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    client.getOutputStream().flush();
  }

  private HttpCall call() {
    String url = "http://127.0.0.1:" + server.getLocalPort() + "/";
    return HttpCall.post(url, Map.of(), Set.of(), List.of(new byte[] {'{', '}'}));
  }

  private WireFault fault() {
    return catchThrowableOfType(WireFault.class, () -> wire.send(call()));
  }

  @Test
  void a_whole_answer_comes_back() throws Exception {
    peer(client -> say(client, HEAD + "0123456789"));
    assertThat(wire.send(call()).body()).hasSize(10);
  }

  @Test
  void an_answer_that_does_not_end_is_lost() {
    peer(
        client -> {
          say(client, HEAD + "01234");
          client.getInputStream().readAllBytes();
        });
    assertThat(fault())
        .matches(WireFault::maybeStored)
        .hasMessage("no answer (HttpTimeoutException)");
  }

  @Test
  void an_answer_that_does_not_begin_is_lost() {
    peer(client -> client.getInputStream().readAllBytes());
    assertThat(fault())
        .matches(WireFault::maybeStored)
        .hasMessage("no answer (HttpTimeoutException)");
  }

  @Test
  void an_answer_that_is_cut_is_lost() {
    peer(client -> say(client, HEAD + "01234"));
    assertThat(fault()).matches(WireFault::maybeStored);
  }

  @Test
  void an_answer_without_end_is_not_read_to_the_end() {
    peer(
        client -> {
          say(client, "HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n");
          byte[] much = new byte[1 << 20];
          for (int i = 0; i < 1000; i++) {
            client.getOutputStream().write(much);
          }
        });
    assertThat(fault()).matches(WireFault::maybeStored).hasMessage("no answer (IOException)");
  }

  @Test
  void an_answer_that_points_elsewhere_is_not_followed() throws Exception {
    peer(
        client ->
            say(client, "HTTP/1.1 307 Moved\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n"));
    assertThat(wire.send(call()).status()).isEqualTo(307);
  }

  @Test
  void nothing_is_sent_in_the_clear_to_another_machine() {
    HttpCall call =
        HttpCall.post(
            "http://192.0.2.1/events?access_token=geheim",
            Map.of("Authorization", "geheim"),
            Set.of(),
            List.of(new byte[] {'{', '}'}));
    WireFault fault = catchThrowableOfType(WireFault.class, () -> wire.send(call));
    assertThat(fault)
        .matches(f -> !f.maybeStored())
        .hasMessageContaining("plain HTTP is for this machine only")
        .hasMessageNotContaining("geheim");
  }

  @Test
  void what_is_said_not_to_have_been_sent_is_not_sent_later_either() throws Exception {
    CountDownLatch given = new CountDownLatch(1);
    CompletableFuture<Integer> received = new CompletableFuture<>();
    peer(client -> received.complete(client.getInputStream().readAllBytes().length), false);
    JdkWire hurried = new JdkWire(Duration.ofSeconds(2), Duration.ofMillis(300));
    WireFault fault =
        catchThrowableOfType(
            WireFault.class, () -> hurried.send(call(), () -> awaitQuietly(given)));
    given.countDown();

    assertThat(fault).matches(f -> !f.maybeStored() && !f.lasts());
    assertThat(received.completeOnTimeout(0, 5, TimeUnit.SECONDS).join()).isZero();
  }

  /** The store is slow to say whether the scope is still this run's. */
  private static void awaitQuietly(CountDownLatch given) {
    try {
      given.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void a_secret_that_does_not_fit_into_a_header_is_no_outage_and_is_not_quoted() {
    HttpCall call =
        HttpCall.post(
            "http://127.0.0.1:" + server.getLocalPort() + "/",
            Map.of("Authorization", "Bearer geheim\n"),
            Set.of("Authorization"),
            List.of(new byte[] {'{', '}'}));
    WireFault fault = catchThrowableOfType(WireFault.class, () -> wire.send(call));

    assertThat(fault)
        .matches(f -> f.lasts() && !f.maybeStored())
        .hasMessageContaining("credential")
        .hasMessageNotContaining("geheim")
        .hasNoCause();
  }

  @Test
  void an_address_that_is_none_is_not_quoted_either() {
    HttpCall call = HttpCall.get("http://127.0.0.1/?access_token=ge heim", Map.of(), Set.of());

    assertThat(catchThrowableOfType(WireFault.class, () -> wire.send(call)))
        .matches(WireFault::lasts)
        .hasMessageNotContaining("heim")
        .hasNoCause();
  }

  @Test
  void a_request_that_may_not_leave_any_more_stops_when_the_connection_is_there() {
    RuntimeException gone = new LeaseLost("gone");
    peer(client -> client.getInputStream().readAllBytes());
    Departure.Refused refused =
        catchThrowableOfType(
            Departure.Refused.class,
            () ->
                wire.send(
                    call(),
                    () -> {
                      throw new Departure.Refused(gone);
                    }));
    assertThat(refused).hasCause(gone);
  }

  @Test
  void where_nobody_listens_nothing_was_sent() throws IOException {
    server.close();
    assertThat(fault()).matches(fault -> !fault.maybeStored());
  }
}
