package dev.footfall.core.destination;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One HTTP request. Prints neither its headers' secrets nor its body.
 *
 * @param method GET or POST
 * @param url absolute; holds a secret only where the platform takes it nowhere else
 * @param headers name to value
 * @param secretHeaders names of the headers to mask
 * @param body byte ranges sent one after the other; empty for GET
 */
public record HttpCall(
    String method,
    String url,
    Map<String, String> headers,
    Set<String> secretHeaders,
    List<byte[]> body) {
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile(
          "([?&](?:code|[^=&]*(?:token|secret|proof|password|signature|api_key)[^=&]*)=)[^&#]*",
          Pattern.CASE_INSENSITIVE);
  private static final String CONTENT_ENCODING = "Content-Encoding";

  /** Copies the collections. */
  public HttpCall {
    headers = Map.copyOf(headers);
    secretHeaders = Set.copyOf(secretHeaders);
    body = List.copyOf(body);
  }

  /** A request without body. */
  public static HttpCall get(String url, Map<String, String> headers, Set<String> secret) {
    return new HttpCall("GET", url, headers, secret, List.of());
  }

  /** A request with body. */
  public static HttpCall post(
      String url, Map<String, String> headers, Set<String> secret, List<byte[]> body) {
    return new HttpCall("POST", url, headers, secret, body);
  }

  /** The same request, its body compressed on the way; whoever looks at it sees it plain. */
  public HttpCall gzipped() {
    Map<String, String> more = new HashMap<>(headers);
    more.put(CONTENT_ENCODING, "gzip");
    return new HttpCall(method, url, more, secretHeaders, body);
  }

  /** Whether its body is compressed on the way. */
  public boolean isGzipped() {
    return "gzip".equals(headers.get(CONTENT_ENCODING));
  }

  /** Bytes of the body before it is compressed. */
  public long length() {
    return body.stream().mapToLong(b -> b.length).sum();
  }

  /** The URL with the values of those query parameters masked that may be secret. */
  public String maskedUrl() {
    return SECRET_PARAMETER.matcher(url).replaceAll("$1***");
  }

  @Override
  public String toString() {
    return method + " " + maskedUrl() + " (" + length() + " bytes)";
  }
}
