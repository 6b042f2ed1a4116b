package dev.footfall.sandbox.platform;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One HTTP request to a double, its body read in full, with the instant at which the double judges
 * it.
 */
public final class Call {
  private static final byte[] NO_BODY = {};

  private final String method;
  private final String path;
  private final Map<String, String> query;
  private final Map<String, String> headers;
  private final Instant now;
  private final byte[] body;
  private final Optional<Injection> injection;

  /** A call whose body was not read (yet). */
  public Call(Target target, Map<String, String> headers, Instant now) {
    this(target, headers, now, NO_BODY, Optional.empty());
  }

  private Call(
      Target target,
      Map<String, String> headers,
      Instant now,
      byte[] body,
      Optional<Injection> injection) {
    this.method = target.method();
    this.path = target.path();
    this.query = target.query();
    this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    this.headers.putAll(headers);
    this.now = now;
    this.body = body;
    this.injection = injection;
  }

  /**
   * What a request line asks for: method, path below the platform's prefix, decoded query
   * parameters.
   */
  public record Target(String method, String path, Map<String, String> query) {
    /** Copies the parameters. */
    public Target {
      query = Map.copyOf(query);
    }
  }

  /** The same call with its body. */
  public Call with(byte[] read) {
    return new Call(new Target(method, path, query), headers, now, read, injection);
  }

  /** The same call with the fault that was asked for. */
  public Call with(Optional<Injection> asked) {
    return new Call(new Target(method, path, query), headers, now, body, asked);
  }

  /** GET, POST and so on. */
  public String method() {
    return method;
  }

  /** The path below the platform's prefix, starting with a slash. */
  public String path() {
    return path;
  }

  /** A query parameter, empty when it is absent. */
  public String parameter(String name) {
    return query.getOrDefault(name, "");
  }

  /** Whether a query parameter is there. */
  public boolean hasParameter(String name) {
    return query.containsKey(name);
  }

  /** A header whatever its case, empty when it is absent. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** The token of an {@code Authorization: Bearer} header, empty when there is none. */
  public String bearer() {
    String header = header("Authorization");
    return header.startsWith("Bearer ") ? header.substring("Bearer ".length()).strip() : "";
  }

  /** Whether the body is declared as JSON in UTF-8, not compressed. */
  public boolean isJson() {
    String type = header("Content-Type").replace(" ", "").replace("\"", "");
    boolean json =
        type.equalsIgnoreCase("application/json")
            || type.equalsIgnoreCase("application/json;charset=utf-8");
    return json && header("Content-Encoding").isEmpty();
  }

  /** When the double judges the call. */
  public Instant now() {
    return now;
  }

  /** The body's bytes; not to be changed. */
  public byte[] body() {
    return body;
  }

  /** The fault of this kind that was asked for, if it was. */
  public Optional<Injection> injected(String kind) {
    return injection.filter(asked -> asked.kind().equals(kind));
  }
}
