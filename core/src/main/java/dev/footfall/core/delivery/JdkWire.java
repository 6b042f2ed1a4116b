package dev.footfall.core.delivery;

import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Timeouts;
import dev.footfall.core.destination.UserAgent;
import dev.footfall.core.destination.ValueRule;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * The JDK's HTTP client: connect within 5 s, answer within 30 s to its last byte, no redirects, TLS
 * unless it is to this machine, the JVM's own proxy and trust settings. Says who asks ({@link
 * UserAgent}).
 */
public final class JdkWire implements Wire {
  private final HttpClient client;
  private final Duration answerWithin;
  private final Duration overWithin;

  /** A wire with the given limits. */
  public JdkWire(Duration connectWithin, Duration answerWithin) {
    this.answerWithin = answerWithin;
    this.overWithin = connectWithin.plus(answerWithin);
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connectWithin)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** A wire with a destination's limits. */
  public static JdkWire within(Timeouts timeouts) {
    return new JdkWire(timeouts.connect(), timeouts.answer());
  }

  /** A wire with the usual limits. */
  public static JdkWire standard() {
    return new JdkWire(Duration.ofSeconds(5), Duration.ofSeconds(30));
  }

  @Override
  public HttpAnswer send(HttpCall call) throws WireFault, InterruptedException {
    return send(call, Departure.FREE);
  }

  @Override
  public HttpAnswer send(HttpCall call, Departure departure)
      throws WireFault, InterruptedException {
    SentBody body = SentBody.of(call, departure);
    HttpRequest request = request(call, body);
    try {
      HttpResponse<byte[]> response = whole(request);
      return new HttpAnswer(response.statusCode(), lowerCased(response), response.body());
    } catch (IOException e) {
      body.refused().ifPresent(JdkWire::raise);
      throw body.withhold()
          ? WireFault.notSent("no " + missing(e) + " (" + e.getClass().getSimpleName() + ")")
          : WireFault.answerLost("no answer (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static String missing(IOException e) {
    boolean isUnconnected =
        e instanceof ConnectException
            || e instanceof HttpConnectTimeoutException
            || e instanceof SSLHandshakeException;
    return isUnconnected ? "connection" : "answer";
  }

  /** The words of the client's own complaints would quote the secret that does not fit. */
  private HttpRequest request(HttpCall call, SentBody body) throws WireFault {
    try {
      URI address = URI.create(call.url());
      if (!ValueRule.Url.isSafe(address)) { // an address may also come from a platform's answer
        throw WireFault.unsendable("plain HTTP is for this machine only");
      }
      HttpRequest.Builder request =
          HttpRequest.newBuilder(address).timeout(answerWithin).method(call.method(), body);
      request.setHeader(UserAgent.HEADER, UserAgent.VALUE);
      call.headers().forEach(request::setHeader);
      return request.build();
    } catch (IllegalArgumentException unfit) {
      throw WireFault.unsendable(
          "the address or a header of the request holds a character that HTTP does not allow;"
              + " look for line ends and spaces in the credential's fields");
    }
  }

  private static void raise(Departure.Refused refused) {
    throw refused;
  }

  /** The client's own time-out ends with the answer's head; a body might never end. */
  private HttpResponse<byte[]> whole(HttpRequest request) throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, info -> new CappedBody(info.statusCode()));
    try {
      return answer.get(overWithin.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException endless) {
      throw new HttpTimeoutException("the answer does not end");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException fault) {
        throw fault;
      }
      throw new IOException(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private static Map<String, List<String>> lowerCased(HttpResponse<byte[]> response) {
    Map<String, List<String>> headers = new HashMap<>();
    response
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    return headers;
  }
}
