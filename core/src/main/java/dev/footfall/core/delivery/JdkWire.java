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
    URI address = URI.create(call.url());
    if (!ValueRule.Url.isSafe(address)) { // an address may also come from a platform's answer
      throw WireFault.notSent("plain HTTP is for this machine only");
    }
    SentBody body = SentBody.of(call, departure);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(answerWithin).method(call.method(), body);
    request.setHeader(UserAgent.HEADER, UserAgent.VALUE);
    call.headers().forEach(request::setHeader);
    try {
      HttpResponse<byte[]> response = whole(request.build());
      return new HttpAnswer(response.statusCode(), lowerCased(response), response.body());
    } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException e) {
      throw WireFault.notSent("no connection (" + e.getClass().getSimpleName() + ")");
    } catch (IOException e) {
      body.refused().ifPresent(JdkWire::raise);
      String words = "no answer (" + e.getClass().getSimpleName() + ")";
      throw body.begun() ? WireFault.answerLost(words) : WireFault.notSent(words);
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
