package dev.footfall.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A running sandbox whose clock stands still, and a plain HTTP client that talks to it. */
public final class Running implements AutoCloseable {
  private static final JsonMapper MAPPER = new JsonMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Sandbox sandbox;

  private Running(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** Starts one at an instant. */
  public static Running at(String now) {
    return with(SandboxOptions.defaults().by(InstantSource.fixed(Instant.parse(now))));
  }

  /** Starts one. */
  public static Running with(SandboxOptions options) {
    try {
      return new Running(Sandbox.start(options));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sandbox itself. */
  public Sandbox sandbox() {
    return sandbox;
  }

  /** Sends a request built on a path; the answer's body as text. */
  public HttpResponse<String> send(String path, Consumer<HttpRequest.Builder> with)
      throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + sandbox.port() + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20));
    with.accept(request);
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** GETs a path. */
  public HttpResponse<String> get(String path, String... headers) throws IOException {
    return send(
        path,
        request -> {
          if (headers.length > 0) {
            request.headers(headers);
          }
        });
  }

  /** POSTs JSON. */
  public HttpResponse<String> post(String path, String body, String... headers) throws IOException {
    return send(
        path,
        request -> {
          request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
          if (headers.length > 0) {
            request.headers(headers);
          }
        });
  }

  /** An answer's body as JSON. */
  public static JsonNode json(HttpResponse<String> answer) throws IOException {
    return MAPPER.readTree(answer.body());
  }

  /** A resource beside a test as text. */
  public static String resource(Class<?> beside, String name) {
    try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A JSON document after one change: at a pointer such as {@code /data/0/event_time}, to a JSON
   * value.
   */
  public static String changed(String document, String pointer, String value) {
    try {
      ObjectNode root = (ObjectNode) MAPPER.readTree(document);
      int end = pointer.lastIndexOf('/');
      JsonNode parent = root.at(pointer.substring(0, end));
      String key = pointer.substring(end + 1);
      if (parent instanceof ObjectNode object) {
        object.set(key, MAPPER.readTree(value));
      } else {
        ((com.fasterxml.jackson.databind.node.ArrayNode) parent)
            .set(Integer.parseInt(key), MAPPER.readTree(value));
      }
      return MAPPER.writeValueAsString(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JSON document without one key. */
  public static String without(String document, String pointer) {
    try {
      JsonNode root = MAPPER.readTree(document);
      int end = pointer.lastIndexOf('/');
      ((ObjectNode) root.at(pointer.substring(0, end))).remove(pointer.substring(end + 1));
      return MAPPER.writeValueAsString(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A request whose events are one event repeated, each changed by its index. */
  public static String repeated(
      String document, int times, BiConsumer<ObjectNode, Integer> change) {
    try {
      ObjectNode root = (ObjectNode) MAPPER.readTree(document);
      JsonNode event = root.at("/data/0");
      com.fasterxml.jackson.databind.node.ArrayNode data = root.putArray("data");
      for (int i = 0; i < times; i++) {
        ObjectNode copy = event.deepCopy();
        change.accept(copy, i);
        data.add(copy);
      }
      return MAPPER.writeValueAsString(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
